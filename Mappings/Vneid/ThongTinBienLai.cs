using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>The receipt of the fee (VNeID contract).</summary>
sealed record ThongTinBienLai
{
    [JsonPropertyName("maDichVu")] public int? MaDichVu { get; init; }
    [JsonPropertyName("maDVC")] public string? MaDVC { get; init; }
    [JsonPropertyName("tenDVC")] public string? TenDVC { get; init; }
    [JsonPropertyName("maTTHC")] public string? MaTTHC { get; init; }
    [JsonPropertyName("tenTTHC")] public string? TenTTHC { get; init; }
    [JsonPropertyName("maDonVi")] public string? MaDonVi { get; init; }
    [JsonPropertyName("tenDonVi")] public string? TenDonVi { get; init; }
    [JsonPropertyName("tkThuHuong")] public string? TkThuHuong { get; init; }
    [JsonPropertyName("maNhThuHuong")] public string? MaNhThuHuong { get; init; }
    [JsonPropertyName("tenTkThuHuong")] public string? TenTkThuHuong { get; init; }
    [JsonPropertyName("dSKhoanNop")] public IReadOnlyList<KhoanNop>? DSKhoanNop { get; init; }
    [JsonPropertyName("trangThaiGD")] public int? TrangThaiGD { get; init; }
    [JsonPropertyName("tenTrangThaiGD")] public string? TenTrangThaiGD { get; init; }
    [JsonPropertyName("urlBienLai")] public string? UrlBienLai { get; init; }
}

/// <summary>One line of the receipt; the mixed case is the partner's.</summary>
sealed record KhoanNop
{
    [JsonPropertyName("NoiDung")] public string? NoiDung { get; init; }
    [JsonPropertyName("SoTien")] public string? SoTien { get; init; }
}
