namespace LLTP.Hub.Mappings.Canonical;

/// <summary>Where the applicant lived and worked in a period, from the age of 14 on.</summary>
public sealed record Stay
{
    public DateText? From { get; init; }
    public DateText? To { get; init; }
    public string? Kind { get; init; }
    public Address? Address { get; init; }
    public string? Occupation { get; init; }
    public string? Workplace { get; init; }
}
