using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>The declaration of a request (VNeID contract, toKhai); nyc is the person whose certificate is asked for.</summary>
sealed record ToKhai
{
    [JsonPropertyName("loaiPhieu")] public int? LoaiPhieu { get; init; }
    [JsonPropertyName("yeuCauCDNCV")] public int? YeuCauCDNCV { get; init; }
    [JsonPropertyName("maMucDich")] public int? MaMucDich { get; init; }
    [JsonPropertyName("tenMucDich")] public string? TenMucDich { get; init; }
    [JsonPropertyName("mucDichKhac")] public string? MucDichKhac { get; init; }
    [JsonPropertyName("soLuongCap")] public int? SoLuongCap { get; init; }
    [JsonPropertyName("nycHoTen")] public string? NycHoTen { get; init; }
    [JsonPropertyName("nycTenGoiKhac")] public string? NycTenGoiKhac { get; init; }
    [JsonPropertyName("nycGioiTinh")] public int? NycGioiTinh { get; init; }
    [JsonPropertyName("nycTenGioiTinh")] public string? NycTenGioiTinh { get; init; }
    [JsonPropertyName("nycNgaySinh")] public string? NycNgaySinh { get; init; }
    [JsonPropertyName("nycDoiTuongNopPhi")] public string? NycDoiTuongNopPhi { get; init; }
    [JsonPropertyName("nycTenDoiTuongNopPhi")] public string? NycTenDoiTuongNopPhi { get; init; }
    [JsonPropertyName("nycThuongTru")] public DiaChi? NycThuongTru { get; init; }
    [JsonPropertyName("nycTamTru")] public DiaChi? NycTamTru { get; init; }
    [JsonPropertyName("nycDienThoai")] public string? NycDienThoai { get; init; }
    [JsonPropertyName("nycEmail")] public string? NycEmail { get; init; }
    [JsonPropertyName("nycLoaiGiayTo")] public int? NycLoaiGiayTo { get; init; }
    [JsonPropertyName("nycTenLoaiGiayTo")] public string? NycTenLoaiGiayTo { get; init; }
    [JsonPropertyName("nycSoGiayTo")] public string? NycSoGiayTo { get; init; }
    [JsonPropertyName("nycNgayCapGiayTo")] public string? NycNgayCapGiayTo { get; init; }
    [JsonPropertyName("nycNoiCapGiayTo")] public string? NycNoiCapGiayTo { get; init; }
    [JsonPropertyName("nycQuocTich")] public string? NycQuocTich { get; init; }
    [JsonPropertyName("nycTenQuocTich")] public string? NycTenQuocTich { get; init; }
    [JsonPropertyName("nycDanToc")] public string? NycDanToc { get; init; }
    [JsonPropertyName("nycTenDanToc")] public string? NycTenDanToc { get; init; }
    [JsonPropertyName("nycHoTenCha")] public string? NycHoTenCha { get; init; }
    [JsonPropertyName("chaNamSinh")] public int? ChaNamSinh { get; init; }
    [JsonPropertyName("nycHoTenMe")] public string? NycHoTenMe { get; init; }
    [JsonPropertyName("meNamSinh")] public int? MeNamSinh { get; init; }
    [JsonPropertyName("nycHoTenVoChong")] public string? NycHoTenVoChong { get; init; }
    [JsonPropertyName("voChongNamSinh")] public int? VoChongNamSinh { get; init; }
    [JsonPropertyName("nycNoiSinh")] public DiaBanNoiSinh? NycNoiSinh { get; init; }
    [JsonPropertyName("uyQuyen")] public int? UyQuyen { get; init; }
    [JsonPropertyName("thongTinUyQuyen")] public ThongTinUyQuyen? ThongTinUyQuyen { get; init; }
    [JsonPropertyName("thongTinAnTich")] public string? ThongTinAnTich { get; init; }
    [JsonPropertyName("quaTrinhCTNNNLV")] public IReadOnlyList<QuaTrinh>? QuaTrinhCTNNNLV { get; init; }
    [JsonPropertyName("thongTinThanhToan")] public ThongTinThanhToan? ThongTinThanhToan { get; init; }
    [JsonPropertyName("giayToDinhKem")] public IReadOnlyList<GiayToDinhKem>? GiayToDinhKem { get; init; }
}
