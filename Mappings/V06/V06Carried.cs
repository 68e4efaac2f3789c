namespace LLTP.Hub.Mappings.V06;

/// <summary>The fields of a VNeID request that a look-up carries: the least it needs.</summary>
static class V06Carried
{
    public static readonly IReadOnlySet<string> Paths = (
        "maHoSoMCDT toKhai.loaiPhieu toKhai.nycHoTen toKhai.nycTenGoiKhac toKhai.nycNgaySinh toKhai.nycGioiTinh toKhai.nycTenGioiTinh "
        + "toKhai.nycLoaiGiayTo toKhai.nycTenLoaiGiayTo toKhai.nycSoGiayTo toKhai.nycQuocTich toKhai.nycTenQuocTich "
        + "toKhai.nycHoTenCha toKhai.nycHoTenMe "
        + Place("toKhai.nycNoiSinh") + "toKhai.nycNoiSinh.dcChiTiet " + Place("toKhai.nycThuongTru")).Trim()
        .Split(' ').ToHashSet();

    static string Place(string path) => $"{path}.chiTiet {path}.tenPhuongXa {path}.tenQuanHuyen {path}.tenTinhThanh {path}.tenQuocGia ";
}
