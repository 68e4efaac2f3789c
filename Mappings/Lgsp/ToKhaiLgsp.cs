using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The declaration (contract lltp-lgsp, ToKhaiLGSP), in the contract's own spelling.</summary>
sealed record ToKhaiLgsp
{
    [JsonPropertyName("ngayHenTra")] public string? NgayHenTra { get; init; }
    [JsonPropertyName("nycNoiSinhNuocNgoai")] public string? NycNoiSinhNuocNgoai { get; init; }
    [JsonPropertyName("loaiPhieu")] public string? LoaiPhieu { get; init; }
    [JsonPropertyName("yeuCauCDNCV")] public string? YeuCauCDNCV { get; init; }
    [JsonPropertyName("maMucDich")] public string? MaMucDich { get; init; }
    [JsonPropertyName("mucDich")] public string? MucDich { get; init; }
    [JsonPropertyName("tenMucDich")] public string? TenMucDich { get; init; }
    [JsonPropertyName("soLuongCap")] public string? SoLuongCap { get; init; }
    [JsonPropertyName("nycHoTen")] public string? NycHoTen { get; init; }
    [JsonPropertyName("nycTenGoiKhac")] public string? NycTenGoiKhac { get; init; }
    [JsonPropertyName("nycGioiTinh")] public string? NycGioiTinh { get; init; }
    [JsonPropertyName("nycTenGioiTinh")] public string? NycTenGioiTinh { get; init; }
    [JsonPropertyName("nycTenLoaiGiayTo")] public string? NycTenLoaiGiayTo { get; init; }
    [JsonPropertyName("nycNgaySinh")] public string? NycNgaySinh { get; init; }
    [JsonPropertyName("nycThuongTru")] public DiaBanLgsp? NycThuongTru { get; init; }
    [JsonPropertyName("nycTamTru")] public DiaBanLgsp? NycTamTru { get; init; }
    [JsonPropertyName("nycDienThoai")] public string? NycDienThoai { get; init; }
    [JsonPropertyName("nycEmail")] public string? NycEmail { get; init; }
    [JsonPropertyName("nycSoGiayTo")] public string? NycSoGiayTo { get; init; }
    [JsonPropertyName("nycLoaiGiayTo")] public string? NycLoaiGiayTo { get; init; }
    [JsonPropertyName("nycNgayCapGiayTo")] public string? NycNgayCapGiayTo { get; init; }
    [JsonPropertyName("nycNoiCapGiayTo")] public string? NycNoiCapGiayTo { get; init; }
    [JsonPropertyName("nycQuocTich")] public string? NycQuocTich { get; init; }
    [JsonPropertyName("nycTenQuocTich")] public string? NycTenQuocTich { get; init; }
    [JsonPropertyName("nycDanToc")] public string? NycDanToc { get; init; }
    [JsonPropertyName("nycTenDanToc")] public string? NycTenDanToc { get; init; }
    [JsonPropertyName("nycHoTenCha")] public string? NycHoTenCha { get; init; }
    [JsonPropertyName("chaNgaySinh")] public string? ChaNgaySinh { get; init; }
    [JsonPropertyName("chaLoaiGiayTo")] public string? ChaLoaiGiayTo { get; init; }
    [JsonPropertyName("chaSoGiayTo")] public string? ChaSoGiayTo { get; init; }
    [JsonPropertyName("nycHoTenMe")] public string? NycHoTenMe { get; init; }
    [JsonPropertyName("meNgaySinh")] public string? MeNgaySinh { get; init; }
    [JsonPropertyName("meLoaiGiayTo")] public string? MeLoaiGiayTo { get; init; }
    [JsonPropertyName("meSoGiayTo")] public string? MeSoGiayTo { get; init; }
    [JsonPropertyName("nycHoTenVoChong")] public string? NycHoTenVoChong { get; init; }
    [JsonPropertyName("voChongNgaySinh")] public string? VoChongNgaySinh { get; init; }
    [JsonPropertyName("voChongLoaiGiayTo")] public string? VoChongLoaiGiayTo { get; init; }
    [JsonPropertyName("voChongSoGiayTo")] public string? VoChongSoGiayTo { get; init; }
    [JsonPropertyName("nycNoiSinh")] public DiaBanLgsp? NycNoiSinh { get; init; }
    [JsonPropertyName("uyQuyen")] public string? UyQuyen { get; init; }
    [JsonPropertyName("uyQuyenHoTen")] public string? UyQuyenHoTen { get; init; }
    [JsonPropertyName("nuqTenGoiKhac")] public string? NuqTenGoiKhac { get; init; }
    [JsonPropertyName("nuqGioiTinh")] public string? NuqGioiTinh { get; init; }
    [JsonPropertyName("nuqNgaySinh")] public string? NuqNgaySinh { get; init; }
    [JsonPropertyName("nuqTenDanToc")] public string? NuqTenDanToc { get; init; }
    [JsonPropertyName("nuqDanToc")] public string? NuqDanToc { get; init; }
    [JsonPropertyName("nuqTenQuocTich")] public string? NuqTenQuocTich { get; init; }
    [JsonPropertyName("nuqQuocTich")] public string? NuqQuocTich { get; init; }
    [JsonPropertyName("nuqEmail")] public string? NuqEmail { get; init; }
    [JsonPropertyName("nyqQuanHe")] public string? NyqQuanHe { get; init; }
    [JsonPropertyName("nuqThuongTruChiTiet")] public string? NuqThuongTruChiTiet { get; init; }
    [JsonPropertyName("nuqDienThoai")] public string? NuqDienThoai { get; init; }
    [JsonPropertyName("nuqLoaiGiayto")] public string? NuqLoaiGiayto { get; init; }
    [JsonPropertyName("thongTinAnTich")] public string? ThongTinAnTich { get; init; }
    [JsonPropertyName("nuqSoGiayTo")] public string? NuqSoGiayTo { get; init; }
    [JsonPropertyName("nuqNgayCapGiayTo")] public string? NuqNgayCapGiayTo { get; init; }
    [JsonPropertyName("nuqNoiCapGiayTo")] public string? NuqNoiCapGiayTo { get; init; }
    [JsonPropertyName("mucDichKhac")] public string? MucDichKhac { get; init; }
    [JsonPropertyName("nycCuTru")] public IReadOnlyList<NycCuTruLgsp>? NycCuTru { get; init; }
    [JsonPropertyName("fileHoSo")] public IReadOnlyList<FileHoSoLgsp>? FileHoSo { get; init; }
}
