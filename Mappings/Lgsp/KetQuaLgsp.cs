using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The answer to a question for a result (contract lltp-lgsp).</summary>
sealed record KetQuaLgsp
{
    [JsonPropertyName("status")] public int? Status { get; init; }
    [JsonPropertyName("statusDescription")] public string? StatusDescription { get; init; }
    [JsonPropertyName("value")] public IReadOnlyList<HoSoLgsp>? Value { get; init; }
}

/// <summary>The state of one dossier (contract lltp-lgsp); the result has the members that VNeID gets.</summary>
sealed record HoSoLgsp
{
    [JsonPropertyName("maHoSoMCDT")] public string? MaHoSoMCDT { get; init; }
    [JsonPropertyName("trangThaiXuLy")] public int? TrangThaiXuLy { get; init; }
    [JsonPropertyName("ketQuaXuLy")] public KetQuaXuLy? KetQuaXuLy { get; init; }
}
