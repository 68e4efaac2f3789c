using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>DataLGSP in the words of VNeID's request. Both contracts code sexes and papers alike (1 Nam, 2 Nữ).</summary>
sealed class LgspReading(Notes notes)
{
    const string BornAbroad = "2";

    public VneidRequest Request(DataLgsp wire) => new()
    {
        MaTinh = wire.MaTinh,
        TenTinh = wire.TenTinh,
        MaHoSoMCDT = wire.MaHoSoMCDT,
        NgayTiepNhan = wire.NgayTiepNhan,
        NguonDangKy = Whole(wire.NguonDangKy, "nguonDangKy"),
        TenNguonDangKy = wire.TenNguonDangKy,
        ToKhai = wire.ToKhai is { } form ? Other(form, Family(form, Person(form, Form(form)))) : null
    };

    ToKhai Form(ToKhaiLgsp form) => new()
    {
        LoaiPhieu = Whole(form.LoaiPhieu, "toKhai.loaiPhieu"),
        YeuCauCDNCV = Whole(form.YeuCauCDNCV, "toKhai.yeuCauCDNCV"),
        MaMucDich = Whole(form.MaMucDich, "toKhai.maMucDich"),
        TenMucDich = form.TenMucDich ?? form.MucDich,
        MucDichKhac = form.MucDichKhac,
        SoLuongCap = Whole(form.SoLuongCap, "toKhai.soLuongCap"),
        ThongTinAnTich = form.ThongTinAnTich,
        QuaTrinhCTNNNLV = [.. (form.NycCuTru ?? []).Select(Stay)],
        GiayToDinhKem = [.. (form.FileHoSo ?? []).Select(File)]
    };

    ToKhai Person(ToKhaiLgsp form, ToKhai made) => made with
    {
        NycHoTen = form.NycHoTen,
        NycTenGoiKhac = form.NycTenGoiKhac,
        NycGioiTinh = Whole(form.NycGioiTinh, "toKhai.nycGioiTinh"),
        NycTenGioiTinh = form.NycTenGioiTinh,
        NycNgaySinh = form.NycNgaySinh,
        NycNoiSinh = Birth(form),
        NycThuongTru = Place(form.NycThuongTru),
        NycTamTru = Place(form.NycTamTru),
        NycDienThoai = form.NycDienThoai,
        NycEmail = form.NycEmail,
        NycLoaiGiayTo = Whole(form.NycLoaiGiayTo, "toKhai.nycLoaiGiayTo"),
        NycTenLoaiGiayTo = form.NycTenLoaiGiayTo,
        NycSoGiayTo = form.NycSoGiayTo,
        NycNgayCapGiayTo = form.NycNgayCapGiayTo,
        NycNoiCapGiayTo = form.NycNoiCapGiayTo,
        NycQuocTich = form.NycQuocTich,
        NycTenQuocTich = form.NycTenQuocTich,
        NycDanToc = form.NycDanToc,
        NycTenDanToc = form.NycTenDanToc
    };

    ToKhai Family(ToKhaiLgsp form, ToKhai made) => made with
    {
        NycHoTenCha = form.NycHoTenCha,
        ChaNamSinh = Year(form.ChaNgaySinh, "toKhai.chaNgaySinh"),
        NycHoTenMe = form.NycHoTenMe,
        MeNamSinh = Year(form.MeNgaySinh, "toKhai.meNgaySinh"),
        NycHoTenVoChong = form.NycHoTenVoChong,
        VoChongNamSinh = Year(form.VoChongNgaySinh, "toKhai.voChongNgaySinh")
    };

    ToKhai Other(ToKhaiLgsp form, ToKhai made) => made with
    {
        UyQuyen = Whole(form.UyQuyen, "toKhai.uyQuyen"),
        ThongTinUyQuyen = form.UyQuyenHoTen is null ? null : new()
        {
            NuqHoTen = form.UyQuyenHoTen,
            NuqGioiTinh = Whole(form.NuqGioiTinh, "toKhai.nuqGioiTinh"),
            NuqNgaySinh = form.NuqNgaySinh,
            NuqDienThoai = form.NuqDienThoai,
            NuqEmail = form.NuqEmail,
            NuqLoaiGiayTo = Whole(form.NuqLoaiGiayto, "toKhai.nuqLoaiGiayto"),
            NuqSoGiayTo = form.NuqSoGiayTo,
            NuqNgayCapGiayTo = form.NuqNgayCapGiayTo,
            NuqNoiCapGiayTo = form.NuqNoiCapGiayTo,
            NuqQuocTich = form.NuqQuocTich,
            NuqTenQuocTich = form.NuqTenQuocTich,
            NuqDanToc = form.NuqDanToc,
            NuqTenDanToc = form.NuqTenDanToc,
            NuqNoiDKKS = form.NuqThuongTruChiTiet is { } line ? new() { ChiTiet = line } : null,
            NuqQuanHe = form.NyqQuanHe is { } relation ? new() { Ten = relation } : null
        }
    };

    static QuaTrinh Stay(NycCuTruLgsp stay) => new()
    {
        TuThangNam = stay.TuNgay,
        DenThangNam = stay.DenNgay,
        DiaChiCuTru = stay.NoiCuTru is { } place ? new() { ChiTiet = place } : null,
        NgheNghiep = stay.NgheNghiep,
        NoiLamViec = stay.NoiLamViec
    };

    // The contract tells the format by the name's ending only.
    static GiayToDinhKem File(FileHoSoLgsp file) => new()
    {
        Ten = file.TenLoaiFile ?? file.TenFile,
        DanhSach = [new() { Loai = FileTypes.Find(file.TenFile)?.MediaTypes[0] ?? file.TenFile, DuLieu = file.NoiDungFile }]
    };

    static DiaChi? Place(DiaBanLgsp? place) => place is null ? null : new()
    {
        MaTinhThanh = place.MaTinhThanh,
        TenTinhThanh = place.TenTinhThanh,
        MaQuanHuyen = place.MaQuanHuyen,
        TenQuanHuyen = place.TenQuanHuyen,
        MaPhuongXa = place.MaPhuongXa,
        TenPhuongXa = place.TenPhuongXa,
        ChiTiet = place.DcChiTiet
    };

    // Born abroad: the country is somewhere in the text, so no code is guessed (ZZ is nobody's) and the text stands as its name.
    static DiaBanNoiSinh? Birth(ToKhaiLgsp form) => form.NycNoiSinh is not { } place ? null : new()
    {
        MaTinhThanh = place.MaTinhThanh,
        TenTinhThanh = place.TenTinhThanh,
        MaQuanHuyen = place.MaQuanHuyen,
        TenQuanHuyen = place.TenQuanHuyen,
        MaPhuongXa = place.MaPhuongXa,
        TenPhuongXa = place.TenPhuongXa,
        DcChiTiet = form.NycNoiSinhNuocNgoai == BornAbroad ? null : place.DcChiTiet,
        TenQuocGia = form.NycNoiSinhNuocNgoai == BornAbroad ? place.DcChiTiet : null,
        MaQuocGia = form.NycNoiSinhNuocNgoai == BornAbroad ? "ZZ" : "VN"
    };

    int? Whole(string? text, string path)
    {
        if (text is null)
            return null;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole;
        notes.Refuse(MappingFailureCode.BadNumber, path);
        return null;
    }

    int? Year(string? text, string path)
    {
        if (text is null)
            return null;
        if (Dates.Parse(text) is not { } date)
            notes.Refuse(MappingFailureCode.BadDate, path);
        else if (date.Month is not null)
            notes.Say(path, "", "only the year is kept");
        return Dates.Parse(text)?.Year;
    }
}
