using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Body of TaoHoSo (VNeID contract).</summary>
sealed record VneidRequest
{
    [JsonPropertyName("maTinh")] public string? MaTinh { get; init; }
    [JsonPropertyName("tenTinh")] public string? TenTinh { get; init; }
    [JsonPropertyName("maHoSoMCDT")] public string? MaHoSoMCDT { get; init; }
    [JsonPropertyName("ngayTiepNhan")] public string? NgayTiepNhan { get; init; }
    [JsonPropertyName("nguonDangKy")] public int? NguonDangKy { get; init; }
    [JsonPropertyName("tenNguonDangKy")] public string? TenNguonDangKy { get; init; }
    [JsonPropertyName("toKhai")] public ToKhai? ToKhai { get; init; }
    [JsonPropertyName("thongTinBienLai")] public ThongTinBienLai? ThongTinBienLai { get; init; }
}
