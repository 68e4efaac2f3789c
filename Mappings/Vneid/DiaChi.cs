using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>An address (VNeID contract).</summary>
sealed record DiaChi
{
    [JsonPropertyName("maTinhThanh")] public string? MaTinhThanh { get; init; }
    [JsonPropertyName("tenTinhThanh")] public string? TenTinhThanh { get; init; }
    [JsonPropertyName("maQuanHuyen")] public string? MaQuanHuyen { get; init; }
    [JsonPropertyName("tenQuanHuyen")] public string? TenQuanHuyen { get; init; }
    [JsonPropertyName("maPhuongXa")] public string? MaPhuongXa { get; init; }
    [JsonPropertyName("tenPhuongXa")] public string? TenPhuongXa { get; init; }
    [JsonPropertyName("chiTiet")] public string? ChiTiet { get; init; }
    [JsonPropertyName("tenQuocGia")] public string? TenQuocGia { get; init; }
}

/// <summary>A place of birth (VNeID contract); maQuocGia VN makes it domestic.</summary>
sealed record DiaBanNoiSinh
{
    [JsonPropertyName("maTinhThanh")] public string? MaTinhThanh { get; init; }
    [JsonPropertyName("tenTinhThanh")] public string? TenTinhThanh { get; init; }
    [JsonPropertyName("maQuanHuyen")] public string? MaQuanHuyen { get; init; }
    [JsonPropertyName("tenQuanHuyen")] public string? TenQuanHuyen { get; init; }
    [JsonPropertyName("maPhuongXa")] public string? MaPhuongXa { get; init; }
    [JsonPropertyName("tenPhuongXa")] public string? TenPhuongXa { get; init; }
    [JsonPropertyName("chiTiet")] public string? ChiTiet { get; init; }
    [JsonPropertyName("tenQuocGia")] public string? TenQuocGia { get; init; }
    [JsonPropertyName("maQuocGia")] public string? MaQuocGia { get; init; }
    [JsonPropertyName("dcChiTiet")] public string? DcChiTiet { get; init; }
}
