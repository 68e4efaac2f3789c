using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Body of traKetQuaHoSoLLTP (VNeID contract, DongBoTrangThaiParam).</summary>
sealed record StatusUpdate
{
    [JsonPropertyName("maTinh")] public string? MaTinh { get; init; }
    [JsonPropertyName("tenTinh")] public string? TenTinh { get; init; }
    [JsonPropertyName("maHoSoMCDT")] public string? MaHoSoMCDT { get; init; }
    [JsonPropertyName("trangThaiXuLy")] public string? TrangThaiXuLy { get; init; }
    [JsonPropertyName("tenTrangThaiXuLy")] public string? TenTrangThaiXuLy { get; init; }
    [JsonPropertyName("lyDoTuChoi")] public string? LyDoTuChoi { get; init; }
    [JsonPropertyName("ngayHenTraKetQua")] public string? NgayHenTraKetQua { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("ketQuaXuLy")] public KetQuaXuLy? KetQuaXuLy { get; init; }
}
