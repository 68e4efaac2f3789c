using System.Text.Json.Serialization;

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
}

/// <summary>An official on both contracts with a TTHC system.</summary>
sealed record OfficerBody
{
    [JsonPropertyName("name")] public string? Name { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("department")] public string? Department { get; init; }
}
