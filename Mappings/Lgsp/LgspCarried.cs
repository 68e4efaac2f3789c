namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>The fields of a VNeID request that the contract lltp-lgsp has a place for.</summary>
static class LgspCarried
{
    public static readonly IReadOnlySet<string> Paths = (
        "maTinh tenTinh maHoSoMCDT nguonDangKy tenNguonDangKy ngayTiepNhan "
        + "toKhai.loaiPhieu toKhai.yeuCauCDNCV toKhai.maMucDich toKhai.tenMucDich toKhai.mucDichKhac toKhai.soLuongCap "
        + "toKhai.nycHoTen toKhai.nycTenGoiKhac toKhai.nycGioiTinh toKhai.nycTenGioiTinh toKhai.nycNgaySinh "
        + "toKhai.nycDienThoai toKhai.nycEmail "
        + "toKhai.nycLoaiGiayTo toKhai.nycTenLoaiGiayTo toKhai.nycSoGiayTo toKhai.nycNgayCapGiayTo toKhai.nycNoiCapGiayTo "
        + "toKhai.nycQuocTich toKhai.nycTenQuocTich toKhai.nycDanToc toKhai.nycTenDanToc "
        + "toKhai.nycHoTenCha toKhai.chaNamSinh toKhai.nycHoTenMe toKhai.meNamSinh toKhai.nycHoTenVoChong toKhai.voChongNamSinh "
        + Area("toKhai.nycThuongTru") + Area("toKhai.nycTamTru") + Area("toKhai.nycNoiSinh") + "toKhai.nycNoiSinh.dcChiTiet toKhai.nycNoiSinh.maQuocGia "
        + "toKhai.uyQuyen toKhai.thongTinUyQuyen.nuqHoTen toKhai.thongTinUyQuyen.nuqGioiTinh toKhai.thongTinUyQuyen.nuqTenGioiTinh "
        + "toKhai.thongTinUyQuyen.nuqNgaySinh toKhai.thongTinUyQuyen.nuqDienThoai toKhai.thongTinUyQuyen.nuqEmail "
        + "toKhai.thongTinUyQuyen.nuqLoaiGiayTo toKhai.thongTinUyQuyen.nuqSoGiayTo toKhai.thongTinUyQuyen.nuqNgayCapGiayTo "
        + "toKhai.thongTinUyQuyen.nuqNoiCapGiayTo toKhai.thongTinUyQuyen.nuqQuocTich toKhai.thongTinUyQuyen.nuqTenQuocTich "
        + "toKhai.thongTinUyQuyen.nuqDanToc toKhai.thongTinUyQuyen.nuqTenDanToc toKhai.thongTinUyQuyen.nuqQuanHe.ten "
        + Line("toKhai.thongTinUyQuyen.nuqNoiDKKS") + "toKhai.thongTinAnTich "
        + "toKhai.quaTrinhCTNNNLV[].tuThangNam toKhai.quaTrinhCTNNNLV[].denThangNam toKhai.quaTrinhCTNNNLV[].ngheNghiep "
        + "toKhai.quaTrinhCTNNNLV[].noiLamViec " + Line("toKhai.quaTrinhCTNNNLV[].diaChiCuTru") + "toKhai.giayToDinhKem")
        .Split(' ').ToHashSet();

    static string Area(string path) => $"{Line(path)}{path}.maTinhThanh {path}.maQuanHuyen {path}.maPhuongXa ";

    static string Line(string path) => $"{path}.chiTiet {path}.tenPhuongXa {path}.tenQuanHuyen {path}.tenTinhThanh {path}.tenQuocGia ";
}
