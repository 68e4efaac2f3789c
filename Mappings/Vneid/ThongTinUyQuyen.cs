using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>The other party of an authorisation (VNeID contract).</summary>
sealed record ThongTinUyQuyen
{
    [JsonPropertyName("nuqHoTen")] public string? NuqHoTen { get; init; }
    [JsonPropertyName("nuqGioiTinh")] public int? NuqGioiTinh { get; init; }
    [JsonPropertyName("nuqTenGioiTinh")] public string? NuqTenGioiTinh { get; init; }
    [JsonPropertyName("nuqNgaySinh")] public string? NuqNgaySinh { get; init; }
    [JsonPropertyName("nuqDienThoai")] public string? NuqDienThoai { get; init; }
    [JsonPropertyName("nuqEmail")] public string? NuqEmail { get; init; }
    [JsonPropertyName("nuqLoaiGiayTo")] public int? NuqLoaiGiayTo { get; init; }
    [JsonPropertyName("nuqTenLoaiGiayTo")] public string? NuqTenLoaiGiayTo { get; init; }
    [JsonPropertyName("nuqSoGiayTo")] public string? NuqSoGiayTo { get; init; }
    [JsonPropertyName("nuqNgayCapGiayTo")] public string? NuqNgayCapGiayTo { get; init; }
    [JsonPropertyName("nuqNoiCapGiayTo")] public string? NuqNoiCapGiayTo { get; init; }
    [JsonPropertyName("nuqQuocTich")] public string? NuqQuocTich { get; init; }
    [JsonPropertyName("nuqTenQuocTich")] public string? NuqTenQuocTich { get; init; }
    [JsonPropertyName("nuqDanToc")] public string? NuqDanToc { get; init; }
    [JsonPropertyName("nuqTenDanToc")] public string? NuqTenDanToc { get; init; }
    [JsonPropertyName("nuqNoiDKKS")] public DiaChi? NuqNoiDKKS { get; init; }
    [JsonPropertyName("nuqNoiOHienTai")] public DiaChi? NuqNoiOHienTai { get; init; }
    [JsonPropertyName("nuqQuanHe")] public QuanHe? NuqQuanHe { get; init; }
    [JsonPropertyName("nuqNgayKyVanBanUyQuyen")] public string? NuqNgayKyVanBanUyQuyen { get; init; }
}

/// <summary>A relation between two persons (VNeID contract).</summary>
sealed record QuanHe
{
    [JsonPropertyName("ma")] public int? Ma { get; init; }
    [JsonPropertyName("ten")] public string? Ten { get; init; }
}
