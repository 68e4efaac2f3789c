namespace LLTP.Hub.Core.Store;

/// <summary>A row of the append-only table event: something received, sent, refused or decided. No personal data, only hashes and codes.</summary>
public sealed record EventRow
{
    public long Seq { get; init; }
    public string Id { get; init; } = "";
    public long RecordedAt { get; init; }
    public long At { get; init; }
    public string? Dossier { get; init; }
    public int? Version { get; init; }
    public string Kind { get; init; } = "";
    public string Partner { get; init; } = "";
    public string? Door { get; init; }
    public int? FromState { get; init; }
    public int? ToState { get; init; }
    public int? Step { get; init; }
    public string? DueDate { get; init; }
    public string? Delivery { get; init; }
    public int? Attempt { get; init; }
    public string? Original { get; init; }
    public string? Content { get; init; }
    public string? SentHash { get; init; }
    public string? Evidence { get; init; }
    public string? Detail { get; init; }
}
