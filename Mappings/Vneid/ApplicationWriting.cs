using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>From the canonical words back to those of the VNeID contract, field for field.</summary>
static class ApplicationWriting
{
    public static VneidRequest Request(Application application) => new()
    {
        MaTinh = application.ProvinceCode,
        TenTinh = application.ProvinceName.Length == 0 ? null : application.ProvinceName,
        MaHoSoMCDT = application.Number,
        NgayTiepNhan = application.ReceivedOn?.Raw,
        NguonDangKy = application.SourceCode,
        TenNguonDangKy = application.SourceName,
        ToKhai = Form(application, application.Applicant),
        ThongTinBienLai = application.Receipt is { } receipt ? Receipt(receipt) : null
    };

    static ToKhai Form(Application application, Applicant applicant) => new()
    {
        LoaiPhieu = application.FormType,
        YeuCauCDNCV = application.BanInformation,
        MaMucDich = application.PurposeCode,
        TenMucDich = application.PurposeName,
        MucDichKhac = application.OtherPurpose,
        SoLuongCap = application.Copies,
        NycHoTen = applicant.FullName,
        NycTenGoiKhac = applicant.OtherName,
        NycGioiTinh = applicant.Sex,
        NycTenGioiTinh = applicant.SexName,
        NycNgaySinh = applicant.BirthDate.Raw,
        NycDoiTuongNopPhi = applicant.FeePayer,
        NycTenDoiTuongNopPhi = applicant.FeePayerName,
        NycThuongTru = Address(applicant.Permanent),
        NycTamTru = Address(applicant.Temporary),
        NycDienThoai = applicant.Phone,
        NycEmail = applicant.Email,
        NycLoaiGiayTo = applicant.IdType,
        NycTenLoaiGiayTo = applicant.IdTypeName,
        NycSoGiayTo = applicant.IdNumber,
        NycNgayCapGiayTo = applicant.IdIssuedOn?.Raw,
        NycNoiCapGiayTo = applicant.IdIssuedBy,
        NycQuocTich = applicant.Nationality,
        NycTenQuocTich = applicant.NationalityName,
        NycDanToc = applicant.Ethnicity,
        NycTenDanToc = applicant.EthnicityName,
        NycHoTenCha = applicant.FatherName,
        ChaNamSinh = applicant.FatherBirthYear,
        NycHoTenMe = applicant.MotherName,
        MeNamSinh = applicant.MotherBirthYear,
        NycHoTenVoChong = applicant.SpouseName,
        VoChongNamSinh = applicant.SpouseBirthYear,
        NycNoiSinh = applicant.BirthPlace is { } place ? BirthPlace(place, place.Address) : null,
        UyQuyen = application.Authorised,
        ThongTinUyQuyen = application.Authorisation is { } other ? Authorisation(other) : null,
        ThongTinAnTich = application.DeclaredConvictions,
        QuaTrinhCTNNNLV = List(application.Stays, Period),
        ThongTinThanhToan = application.Payment is { } payment ? Payment(payment) : null,
        GiayToDinhKem = List(application.Papers, Paper)
    };

    static ThongTinUyQuyen Authorisation(Authorisation other) => new()
    {
        NuqHoTen = other.FullName,
        NuqGioiTinh = other.Sex,
        NuqTenGioiTinh = other.SexName,
        NuqNgaySinh = other.BirthDate?.Raw,
        NuqDienThoai = other.Phone,
        NuqEmail = other.Email,
        NuqLoaiGiayTo = other.IdType,
        NuqTenLoaiGiayTo = other.IdTypeName,
        NuqSoGiayTo = other.IdNumber,
        NuqNgayCapGiayTo = other.IdIssuedOn?.Raw,
        NuqNoiCapGiayTo = other.IdIssuedBy,
        NuqQuocTich = other.Nationality,
        NuqTenQuocTich = other.NationalityName,
        NuqDanToc = other.Ethnicity,
        NuqTenDanToc = other.EthnicityName,
        NuqNoiDKKS = Address(other.Registered),
        NuqNoiOHienTai = Address(other.Current),
        NuqQuanHe = other.Relation is { } relation ? new() { Ma = relation.Code, Ten = relation.Name } : null,
        NuqNgayKyVanBanUyQuyen = other.SignedOn?.Raw
    };

    static QuaTrinh Period(Stay stay) => new()
    {
        TuThangNam = stay.From?.Raw,
        DenThangNam = stay.To?.Raw,
        LoaiCuTru = stay.Kind,
        DiaChiCuTru = Address(stay.Address),
        NgheNghiep = stay.Occupation,
        NoiLamViec = stay.Workplace
    };

    static ThongTinThanhToan Payment(Payment payment) => new()
    {
        NhomDoiTuong = payment.GroupCode,
        TenNhomDoiTuong = payment.GroupName,
        PhiLLTP = payment.FormFee?.Raw,
        PhiCapThemBanGiay = payment.PaperFee?.Raw,
        HinhThucNhanBanGiay = payment.PaperDelivery,
        TenHinhThucNhanBanGiay = payment.PaperDeliveryName,
        DiaChiNhan = payment.DeliveryAddress,
        TongPhi = payment.Total?.Raw
    };

    static GiayToDinhKem Paper(AttachedPaper paper) => new() { Ma = paper.Code, Ten = paper.Title, DanhSach = List(paper.Files, File) };

    static TepDinhKem File(AttachedFile file) => new() { Loai = file.MediaType, DuLieu = file.File };

    static ThongTinBienLai Receipt(Receipt receipt) => new()
    {
        MaDichVu = receipt.ServiceId,
        MaDVC = receipt.ServiceCode,
        TenDVC = receipt.ServiceName,
        MaTTHC = receipt.ProcedureCode,
        TenTTHC = receipt.ProcedureName,
        MaDonVi = receipt.UnitCode,
        TenDonVi = receipt.UnitName,
        TkThuHuong = receipt.Account,
        MaNhThuHuong = receipt.BankCode,
        TenTkThuHuong = receipt.AccountName,
        DSKhoanNop = List(receipt.Items, item => new KhoanNop { NoiDung = item.Name, SoTien = item.Amount?.Raw }),
        TrangThaiGD = receipt.TransactionState,
        TenTrangThaiGD = receipt.TransactionStateName,
        UrlBienLai = receipt.Url
    };

    static DiaChi? Address(Address? place) => place is null ? null : new()
    {
        MaTinhThanh = place.ProvinceCode,
        TenTinhThanh = place.ProvinceName,
        MaQuanHuyen = place.DistrictCode,
        TenQuanHuyen = place.DistrictName,
        MaPhuongXa = place.CommuneCode,
        TenPhuongXa = place.CommuneName,
        ChiTiet = place.Detail,
        TenQuocGia = place.CountryName
    };

    static DiaBanNoiSinh BirthPlace(BirthPlace place, Address address) => new()
    {
        MaTinhThanh = address.ProvinceCode,
        TenTinhThanh = address.ProvinceName,
        MaQuanHuyen = address.DistrictCode,
        TenQuanHuyen = address.DistrictName,
        MaPhuongXa = address.CommuneCode,
        TenPhuongXa = address.CommuneName,
        ChiTiet = address.Detail,
        TenQuocGia = address.CountryName,
        MaQuocGia = place.CountryCode,
        DcChiTiet = place.Detail
    };

    static IReadOnlyList<TWire>? List<TItem, TWire>(IReadOnlyList<TItem> items, Func<TItem, TWire> map) =>
        items.Count == 0 ? null : [.. items.Select(map)];
}
