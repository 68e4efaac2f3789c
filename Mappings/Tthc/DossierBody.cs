using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Tthc;

/// <summary>A warning beside a dossier (tthc-partner contract, schema Dossier).</summary>
sealed record WarningBody
{
    [JsonPropertyName("code")] public string? Code { get; init; }
    [JsonPropertyName("field")] public string? Field { get; init; }
    [JsonPropertyName("text")] public string? Text { get; init; }
}

/// <summary>Something that happened elsewhere (tthc-partner contract, schema Progress).</summary>
sealed record ProgressBody
{
    [JsonPropertyName("state")] public int? State { get; init; }
    [JsonPropertyName("step")] public int? Step { get; init; }
    [JsonPropertyName("event")] public string? Event { get; init; }
    [JsonPropertyName("at")] public string? At { get; init; }
    [JsonPropertyName("reason")] public string? Reason { get; init; }
    [JsonPropertyName("dueDate")] public string? DueDate { get; init; }
    [JsonPropertyName("officer")] public OfficerBody? Officer { get; init; }
}

/// <summary>An issued certificate (tthc-partner contract, schema Certificate).</summary>
sealed record CertificateBody
{
    [JsonPropertyName("at")] public string? At { get; init; }
    [JsonPropertyName("replaces")] public string? Replaces { get; init; }
    [JsonPropertyName("result")] public Vneid.KetQuaXuLy? Result { get; init; }
    [JsonPropertyName("sha256")] public string? Sha256 { get; init; }
}

/// <summary>A decision about an issued certificate (tthc-partner contract, schema Decision).</summary>
sealed record DecisionBody
{
    [JsonPropertyName("at")] public string? At { get; init; }
    [JsonPropertyName("kind")] public string? Kind { get; init; }
    [JsonPropertyName("number")] public string? Number { get; init; }
    [JsonPropertyName("date")] public string? Date { get; init; }
    [JsonPropertyName("certificate")] public string? Certificate { get; init; }
    [JsonPropertyName("reason")] public string? Reason { get; init; }
    [JsonPropertyName("officer")] public OfficerBody? Officer { get; init; }
    [JsonPropertyName("file")] public FileRef? File { get; init; }
    [JsonPropertyName("sha256")] public string? Sha256 { get; init; }
}
