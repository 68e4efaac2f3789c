using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The fields of a VNeID request that a message of the contract lltp-lgsp says.</summary>
static class LgspCarried
{
    static readonly string[] Always = [.. Paths(
        "maTinh tenTinh maHoSoMCDT nguonDangKy tenNguonDangKy ngayTiepNhan "
        + "toKhai.loaiPhieu toKhai.yeuCauCDNCV toKhai.maMucDich toKhai.tenMucDich toKhai.mucDichKhac toKhai.soLuongCap "
        + "toKhai.nycHoTen toKhai.nycTenGoiKhac toKhai.nycGioiTinh toKhai.nycTenGioiTinh toKhai.nycNgaySinh "
        + "toKhai.nycDienThoai toKhai.nycEmail "
        + "toKhai.nycLoaiGiayTo toKhai.nycTenLoaiGiayTo toKhai.nycSoGiayTo toKhai.nycNgayCapGiayTo toKhai.nycNoiCapGiayTo "
        + "toKhai.nycQuocTich toKhai.nycTenQuocTich toKhai.nycDanToc toKhai.nycTenDanToc "
        + "toKhai.nycHoTenCha toKhai.chaNamSinh toKhai.nycHoTenMe toKhai.meNamSinh toKhai.nycHoTenVoChong toKhai.voChongNamSinh "
        + "toKhai.uyQuyen toKhai.thongTinAnTich toKhai.giayToDinhKem"),
        .. Area("toKhai.nycThuongTru"), .. Area("toKhai.nycTamTru"), .. Area("toKhai.nycNoiSinh"),
        "toKhai.nycNoiSinh.dcChiTiet", "toKhai.nycNoiSinh.maQuocGia"];

    static readonly string[] Authorised = [.. Paths(
        "nuqHoTen nuqGioiTinh nuqTenGioiTinh nuqNgaySinh nuqDienThoai nuqEmail nuqLoaiGiayTo nuqSoGiayTo nuqNgayCapGiayTo nuqNoiCapGiayTo "
        + "nuqQuocTich nuqTenQuocTich nuqDanToc nuqTenDanToc nuqQuanHe.ten").Select(name => $"toKhai.thongTinUyQuyen.{name}")];

    public static IReadOnlySet<string> Of(Application application)
    {
        var carried = new HashSet<string>(Always);
        if (application is { IsAuthorised: true, Authorisation: { } other })
            carried.UnionWith([.. Authorised, .. Line($"toKhai.thongTinUyQuyen.{(other.Registered is null ? "nuqNoiOHienTai" : "nuqNoiDKKS")}")]);
        for (var index = 0; index < application.Stays.Count; index++)
            carried.UnionWith(Stay(application.Stays[index], $"toKhai.quaTrinhCTNNNLV[{index}]"));
        return carried;
    }

    static IEnumerable<string> Stay(Stay stay, string path)
    {
        string?[] dates = [stay.From?.Value is null ? null : ".tuThangNam", stay.To?.Value is null ? null : ".denThangNam"];
        return [.. dates.OfType<string>().Select(name => path + name), path + ".ngheNghiep", path + ".noiLamViec", .. Line(path + ".diaChiCuTru")];
    }

    static string[] Area(string path) => [.. Line(path), path + ".maTinhThanh", path + ".maQuanHuyen", path + ".maPhuongXa"];

    static string[] Line(string path) =>
        [path + ".chiTiet", path + ".tenPhuongXa", path + ".tenQuanHuyen", path + ".tenTinhThanh", path + ".tenQuocGia"];

    static string[] Paths(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
