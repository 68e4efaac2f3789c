using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>The body of every decision that a TTHC system reports to the hub.</summary>
sealed record ActBody
{
    [JsonPropertyName("officer")] public OfficerBody? Officer { get; init; }
    [JsonPropertyName("at")] public string? At { get; init; }
    [JsonPropertyName("reason")] public string? Reason { get; init; }
    [JsonPropertyName("items")] public IReadOnlyList<string>? Items { get; init; }
    [JsonPropertyName("localNumber")] public string? LocalNumber { get; init; }
    [JsonPropertyName("dueDate")] public string? DueDate { get; init; }
    [JsonPropertyName("receiver")] public string? Receiver { get; init; }
    [JsonPropertyName("kind")] public string? Kind { get; init; }
    [JsonPropertyName("number")] public string? Number { get; init; }
    [JsonPropertyName("date")] public string? Date { get; init; }
    [JsonPropertyName("certificate")] public string? Certificate { get; init; }
    [JsonPropertyName("file")] public FileRef? File { get; init; }
}

/// <summary>An official on both contracts with a TTHC system.</summary>
sealed record OfficerBody
{
    [JsonPropertyName("name")] public string? Name { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("department")] public string? Department { get; init; }
}
