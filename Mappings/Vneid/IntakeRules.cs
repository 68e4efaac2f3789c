namespace LLTP.Hub.Mappings.Vneid;

/// <summary>What may be set for the intake of dossiers.</summary>
public sealed record IntakeRules
{
    /// <summary>Values of trangThaiGD that mean paid; empty means payment is not judged.</summary>
    public IReadOnlyList<int> PaidCodes { get; init; } = [];

    public long MaxFileBytes { get; init; } = 20 * 1024 * 1024;

    public long MaxPdfBytes { get; init; } = 10 * 1024 * 1024;
}
