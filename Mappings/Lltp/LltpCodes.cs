namespace LLTP.Hub.Mappings.Lltp;

/// <summary>What only the ministry knows of a province.</summary>
public sealed record LltpCodes
{
    public required string MinistryJusticeId { get; init; }
}
