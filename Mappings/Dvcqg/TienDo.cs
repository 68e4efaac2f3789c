using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>A progress line (DVCQG contract, CapNhatTienDoHoSoMC).</summary>
sealed record TienDo
{
    [JsonPropertyName("MaHoSo")] public string? MaHoSo { get; init; }
    [JsonPropertyName("NguoiXuLy")] public string? NguoiXuLy { get; init; }
    [JsonPropertyName("ChucDanh")] public string? ChucDanh { get; init; }
    [JsonPropertyName("ThoiDiemXuLy")] public string? ThoiDiemXuLy { get; init; }
    [JsonPropertyName("PhongBanXuLy")] public string? PhongBanXuLy { get; init; }
    [JsonPropertyName("NoiDungXuLy")] public string? NoiDungXuLy { get; init; }
    [JsonPropertyName("TrangThai")] public string? TrangThai { get; init; }
    [JsonPropertyName("NgayBatDau")] public string? NgayBatDau { get; init; }
    [JsonPropertyName("NgayKetThucTheoQuyDinh")] public string? NgayKetThucTheoQuyDinh { get; init; }
}
