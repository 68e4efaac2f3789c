using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The answer to DataLGSP (contract lltp-lgsp, PushBTPResonse).</summary>
sealed record TraLoiLgsp
{
    [JsonPropertyName("status")] public string? Status { get; init; }
    [JsonPropertyName("statusDescription")] public string? StatusDescription { get; init; }
    [JsonPropertyName("errorCode")] public string? ErrorCode { get; init; }
    [JsonPropertyName("errorDescription")] public string? ErrorDescription { get; init; }
}
