using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>A dossier for the national display (DVCQG contract, DongBoHoSoMC).</summary>
sealed record HoSo
{
    [JsonPropertyName("MaHoSo")] public string? MaHoSo { get; init; }
    [JsonPropertyName("MaTTHC")] public string? MaTTHC { get; init; }
    [JsonPropertyName("TenTTHC")] public string? TenTTHC { get; init; }
    [JsonPropertyName("MaLinhVuc")] public string? MaLinhVuc { get; init; }
    [JsonPropertyName("TenLinhVuc")] public string? TenLinhVuc { get; init; }
    [JsonPropertyName("KenhThucHien")] public string? KenhThucHien { get; init; }
    [JsonPropertyName("ChuHoSo")] public string? ChuHoSo { get; init; }
    [JsonPropertyName("LoaiDoiTuong")] public string? LoaiDoiTuong { get; init; }
    [JsonPropertyName("MaDoiTuong")] public string? MaDoiTuong { get; init; }
    [JsonPropertyName("ThongTinKhac")] public string? ThongTinKhac { get; init; }
    [JsonPropertyName("Email")] public string? Email { get; init; }
    [JsonPropertyName("Fax")] public string? Fax { get; init; }
    [JsonPropertyName("SoDienThoai")] public string? SoDienThoai { get; init; }
    [JsonPropertyName("TrichYeuHoSo")] public string? TrichYeuHoSo { get; init; }
    [JsonPropertyName("NgayTiepNhan")] public string? NgayTiepNhan { get; init; }
    [JsonPropertyName("NgayHenTra")] public string? NgayHenTra { get; init; }
    [JsonPropertyName("TrangThaiHoSo")] public string? TrangThaiHoSo { get; init; }
    [JsonPropertyName("NgayTra")] public string? NgayTra { get; init; }
    [JsonPropertyName("ThongTinTra")] public string? ThongTinTra { get; init; }
    [JsonPropertyName("HinhThuc")] public string? HinhThuc { get; init; }
    [JsonPropertyName("NgayKetThucXuLy")] public string? NgayKetThucXuLy { get; init; }
    [JsonPropertyName("DonViXuLy")] public string? DonViXuLy { get; init; }
    [JsonPropertyName("GhiChu")] public string? GhiChu { get; init; }
    [JsonPropertyName("TaiLieuNop")] public IReadOnlyList<string>? TaiLieuNop { get; init; }
    [JsonPropertyName("DanhSachLePhi")] public IReadOnlyList<string>? DanhSachLePhi { get; init; }
    [JsonPropertyName("DanhSachTepDinhKemKhac")] public IReadOnlyList<string>? DanhSachTepDinhKemKhac { get; init; }
    [JsonPropertyName("DanhSachHoSoBoSung")] public IReadOnlyList<string>? DanhSachHoSoBoSung { get; init; }
    [JsonPropertyName("DanhSachGiayToKetQua")] public IReadOnlyList<string>? DanhSachGiayToKetQua { get; init; }
    [JsonPropertyName("NoiNopHoSo")] public string? NoiNopHoSo { get; init; }
    [JsonPropertyName("HoSoCoThanhPhanSoHoa")] public string? HoSoCoThanhPhanSoHoa { get; init; }
    [JsonPropertyName("TaiKhoanDuocXacThucVoiVNeID")] public string? TaiKhoanDuocXacThucVoiVNeID { get; init; }
    [JsonPropertyName("DuocThanhToanTrucTuyen")] public string? DuocThanhToanTrucTuyen { get; init; }
    [JsonPropertyName("NgayTuChoi")] public string? NgayTuChoi { get; init; }
    [JsonPropertyName("DinhDanhCHS")] public IReadOnlyList<DinhDanh>? DinhDanhCHS { get; init; }
    [JsonPropertyName("NgayNopHoSo")] public string? NgayNopHoSo { get; init; }
    [JsonPropertyName("DSKetNoiCSDL")] public IReadOnlyList<KetNoi>? DSKetNoiCSDL { get; init; }
}

/// <summary>An identity of the dossier's owner (DVCQG contract).</summary>
sealed record DinhDanh
{
    [JsonPropertyName("LoaiDinhDanh")] public string? LoaiDinhDanh { get; init; }
    [JsonPropertyName("SoDinhDanh")] public string? SoDinhDanh { get; init; }
}

/// <summary>A database that the dossier drew on (DVCQG contract).</summary>
sealed record KetNoi
{
    [JsonPropertyName("MaCSDL")] public string? MaCSDL { get; init; }
}
