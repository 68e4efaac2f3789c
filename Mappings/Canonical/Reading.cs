namespace LLTP.Hub.Mappings.Canonical;

/// <summary>What came of reading a message: either a value with its files, or the reason of the refusal.</summary>
public sealed record Reading<T> where T : class
{
    public T? Value { get; init; }

    public MappingFailure? Refusal { get; init; }

    public IReadOnlyList<Blob> Blobs { get; init; } = [];

    public IReadOnlyList<ReportLine> Report { get; init; } = [];

    /// <summary>SHA-256 of the business content with sorted members; empty where the door supplies its own.</summary>
    public string ContentHash { get; init; } = "";
}
