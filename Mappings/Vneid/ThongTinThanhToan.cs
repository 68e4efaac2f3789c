using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>The fee and the paper copies (VNeID contract).</summary>
sealed record ThongTinThanhToan
{
    [JsonPropertyName("nhomDoiTuong")] public int? NhomDoiTuong { get; init; }
    [JsonPropertyName("tenNhomDoiTuong")] public string? TenNhomDoiTuong { get; init; }
    [JsonPropertyName("phiLLTP")] public string? PhiLLTP { get; init; }
    [JsonPropertyName("phiCapThemBanGiay")] public string? PhiCapThemBanGiay { get; init; }
    [JsonPropertyName("hinhThucNhanBanGiay")] public int? HinhThucNhanBanGiay { get; init; }
    [JsonPropertyName("tenHinhThucNhanBanGiay")] public string? TenHinhThucNhanBanGiay { get; init; }
    [AnyShape, JsonPropertyName("diaChiNhan")] public string? DiaChiNhan { get; init; }
    [JsonPropertyName("tongPhi")] public string? TongPhi { get; init; }
}
