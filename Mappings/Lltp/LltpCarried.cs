namespace LLTP.Hub.Mappings.Lltp;

/// <summary>The fields of a VNeID request that the LLTP contract has a place for.</summary>
static class LltpCarried
{
    public static readonly IReadOnlySet<string> Paths = (
        "maHoSoMCDT ngayTiepNhan toKhai.loaiPhieu toKhai.yeuCauCDNCV toKhai.tenMucDich toKhai.mucDichKhac toKhai.soLuongCap "
        + "toKhai.nycHoTen toKhai.nycTenGoiKhac toKhai.nycGioiTinh toKhai.nycTenGioiTinh toKhai.nycNgaySinh "
        + "toKhai.nycDienThoai toKhai.nycEmail "
        + "toKhai.nycLoaiGiayTo toKhai.nycTenLoaiGiayTo toKhai.nycSoGiayTo toKhai.nycNgayCapGiayTo toKhai.nycNoiCapGiayTo "
        + "toKhai.nycQuocTich toKhai.nycTenQuocTich toKhai.nycDanToc toKhai.nycTenDanToc "
        + "toKhai.nycHoTenCha toKhai.chaNamSinh toKhai.nycHoTenMe toKhai.meNamSinh toKhai.nycHoTenVoChong toKhai.voChongNamSinh "
        + Place("toKhai.nycThuongTru") + Place("toKhai.nycTamTru") + Place("toKhai.nycNoiSinh") + "toKhai.nycNoiSinh.dcChiTiet "
        + "toKhai.uyQuyen toKhai.thongTinUyQuyen.nuqHoTen toKhai.thongTinUyQuyen.nuqGioiTinh toKhai.thongTinUyQuyen.nuqTenGioiTinh "
        + "toKhai.thongTinUyQuyen.nuqNgaySinh toKhai.thongTinUyQuyen.nuqLoaiGiayTo toKhai.thongTinUyQuyen.nuqTenLoaiGiayTo "
        + "toKhai.thongTinUyQuyen.nuqSoGiayTo toKhai.thongTinUyQuyen.nuqNgayCapGiayTo toKhai.thongTinUyQuyen.nuqNoiCapGiayTo "
        + Place("toKhai.thongTinUyQuyen.nuqNoiOHienTai") + "toKhai.thongTinUyQuyen.nuqQuanHe.ten "
        + "toKhai.thongTinUyQuyen.nuqNgayKyVanBanUyQuyen toKhai.thongTinAnTich "
        + "toKhai.quaTrinhCTNNNLV[].tuThangNam toKhai.quaTrinhCTNNNLV[].denThangNam toKhai.quaTrinhCTNNNLV[].ngheNghiep "
        + "toKhai.quaTrinhCTNNNLV[].noiLamViec " + Place("toKhai.quaTrinhCTNNNLV[].diaChiCuTru")
        + "toKhai.thongTinThanhToan.hinhThucNhanBanGiay toKhai.thongTinThanhToan.diaChiNhan toKhai.giayToDinhKem")
        .Split(' ').ToHashSet();

    // Addresses go as one line of names.
    static string Place(string path) => $"{path}.chiTiet {path}.tenPhuongXa {path}.tenQuanHuyen {path}.tenTinhThanh {path}.tenQuocGia ";
}
