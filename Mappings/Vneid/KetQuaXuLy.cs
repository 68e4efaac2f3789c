using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>A certificate on the wire (VNeID contract), the files base64.</summary>
sealed record KetQuaXuLy
{
    [JsonPropertyName("soPhieuLLTP")] public string? SoPhieuLLTP { get; init; }
    [JsonPropertyName("ngayCapPhieu")] public string? NgayCapPhieu { get; init; }
    [JsonPropertyName("loaiPhieu")] public int? LoaiPhieu { get; init; }
    [JsonPropertyName("nguoiLapPhieu")] public string? NguoiLapPhieu { get; init; }
    [JsonPropertyName("nguoiKy")] public string? NguoiKy { get; init; }
    [JsonPropertyName("chucVu")] public string? ChucVu { get; init; }
    [JsonPropertyName("tinhTrangAnTich")] public string? TinhTrangAnTich { get; init; }
    [JsonPropertyName("tenTinhTrangAnTich")] public string? TenTinhTrangAnTich { get; init; }
    [JsonPropertyName("thongTinCDNCV")] public string? ThongTinCDNCV { get; init; }
    [JsonPropertyName("tenThongTinCDNCV")] public string? TenThongTinCDNCV { get; init; }
    [JsonPropertyName("thongTinAn")] public IReadOnlyList<ThongTinAn>? ThongTinAn { get; init; }
    [JsonPropertyName("dsCDNCV")] public IReadOnlyList<CamDamNhiem>? DsCDNCV { get; init; }
    [JsonPropertyName("phieuLLTP")] public FileRef? PhieuLLTP { get; init; }
    [JsonPropertyName("quyetDinhThuHoi")] public FileRef? QuyetDinhThuHoi { get; init; }
}
