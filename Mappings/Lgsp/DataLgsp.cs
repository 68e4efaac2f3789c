using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>A dossier on its way to the shared LLTP software through the LGSP (contract lltp-lgsp, DataLGSP); every value is a text.</summary>
sealed record DataLgsp
{
    [JsonPropertyName("authKey")] public string? AuthKey { get; init; }
    [JsonPropertyName("maTinh")] public string? MaTinh { get; init; }
    [JsonPropertyName("tenTinh")] public string? TenTinh { get; init; }
    [JsonPropertyName("maHoSoMCDT")] public string? MaHoSoMCDT { get; init; }
    [JsonPropertyName("nguonDangKy")] public string? NguonDangKy { get; init; }
    [JsonPropertyName("tenNguonDangKy")] public string? TenNguonDangKy { get; init; }
    [JsonPropertyName("ngayTiepNhan")] public string? NgayTiepNhan { get; init; }
    [JsonPropertyName("toKhai")] public ToKhaiLgsp? ToKhai { get; init; }
}

/// <summary>The question for a result (contract lltp-lgsp), one dossier a call.</summary>
sealed record PollLgsp
{
    [JsonPropertyName("authKey")] public string? AuthKey { get; init; }
    [JsonPropertyName("maTinh")] public string? MaTinh { get; init; }
    [JsonPropertyName("maHoSoMCDT")] public string? MaHoSoMCDT { get; init; }
}
