using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>From the words of the VNeID contract to the canonical ones.</summary>
sealed class ApplicationReading(Notes notes)
{
    readonly FieldReading read = new(notes);

    /// <summary>The request must have passed <see cref="IntakeChecks.Mandatory"/>.</summary>
    public Application Application(VneidRequest request, ToKhai form) => new()
    {
        Number = request.MaHoSoMCDT ?? "",
        ProvinceCode = request.MaTinh ?? "",
        ProvinceName = request.TenTinh ?? "",
        ReceivedOn = read.FreeDate(request.NgayTiepNhan, "ngayTiepNhan"),
        SourceCode = request.NguonDangKy,
        SourceName = request.TenNguonDangKy,
        FormType = form.LoaiPhieu ?? 0,
        BanInformation = form.YeuCauCDNCV,
        PurposeCode = form.MaMucDich,
        PurposeName = form.TenMucDich,
        OtherPurpose = form.MucDichKhac,
        Copies = form.SoLuongCap,
        Applicant = Applicant(form),
        Authorised = form.UyQuyen,
        Authorisation = form.ThongTinUyQuyen is { } other ? Authorisation(other) : null,
        DeclaredConvictions = form.ThongTinAnTich,
        Stays = [.. (form.QuaTrinhCTNNNLV ?? []).Select(Stay)],
        Payment = form.ThongTinThanhToan is { } payment ? Payment(payment) : null,
        Papers = [.. (form.GiayToDinhKem ?? []).Select(Paper)],
        Receipt = request.ThongTinBienLai is { } receipt ? Receipt(receipt) : null
    };

    Applicant Applicant(ToKhai form) => new()
    {
        FullName = form.NycHoTen ?? "",
        OtherName = form.NycTenGoiKhac,
        Sex = form.NycGioiTinh ?? 0,
        SexName = form.NycTenGioiTinh,
        BirthDate = read.Date(form.NycNgaySinh, "toKhai.nycNgaySinh") ?? new("", null),
        BirthPlace = form.NycNoiSinh is { } place ? BirthPlace(place) : null,
        IdType = form.NycLoaiGiayTo ?? 0,
        IdTypeName = form.NycTenLoaiGiayTo,
        IdNumber = form.NycSoGiayTo ?? "",
        IdIssuedOn = read.Date(form.NycNgayCapGiayTo, "toKhai.nycNgayCapGiayTo"),
        IdIssuedBy = form.NycNoiCapGiayTo,
        Nationality = form.NycQuocTich,
        NationalityName = form.NycTenQuocTich,
        Ethnicity = form.NycDanToc,
        EthnicityName = form.NycTenDanToc,
        Permanent = Address(form.NycThuongTru),
        Temporary = Address(form.NycTamTru),
        Phone = form.NycDienThoai,
        Email = read.Email(form.NycEmail, "toKhai.nycEmail"),
        FeePayer = form.NycDoiTuongNopPhi,
        FeePayerName = form.NycTenDoiTuongNopPhi,
        FatherName = form.NycHoTenCha,
        FatherBirthYear = form.ChaNamSinh,
        MotherName = form.NycHoTenMe,
        MotherBirthYear = form.MeNamSinh,
        SpouseName = form.NycHoTenVoChong,
        SpouseBirthYear = form.VoChongNamSinh
    };

    Authorisation Authorisation(ThongTinUyQuyen other) => new()
    {
        FullName = other.NuqHoTen,
        Sex = other.NuqGioiTinh,
        SexName = other.NuqTenGioiTinh,
        BirthDate = read.Date(other.NuqNgaySinh, "toKhai.thongTinUyQuyen.nuqNgaySinh"),
        Phone = other.NuqDienThoai,
        Email = read.Email(other.NuqEmail, "toKhai.thongTinUyQuyen.nuqEmail"),
        IdType = other.NuqLoaiGiayTo,
        IdTypeName = other.NuqTenLoaiGiayTo,
        IdNumber = other.NuqSoGiayTo,
        IdIssuedOn = read.Date(other.NuqNgayCapGiayTo, "toKhai.thongTinUyQuyen.nuqNgayCapGiayTo"),
        IdIssuedBy = other.NuqNoiCapGiayTo,
        Nationality = other.NuqQuocTich,
        NationalityName = other.NuqTenQuocTich,
        Ethnicity = other.NuqDanToc,
        EthnicityName = other.NuqTenDanToc,
        Registered = Address(other.NuqNoiDKKS),
        Current = Address(other.NuqNoiOHienTai),
        Relation = other.NuqQuanHe is { } relation ? new(relation.Ma, relation.Ten) : null,
        SignedOn = read.Date(other.NuqNgayKyVanBanUyQuyen, "toKhai.thongTinUyQuyen.nuqNgayKyVanBanUyQuyen")
    };

    Stay Stay(QuaTrinh period, int index) => new()
    {
        From = read.Date(period.TuThangNam, $"toKhai.quaTrinhCTNNNLV[{index}].tuThangNam"),
        To = read.OpenDate(period.DenThangNam, $"toKhai.quaTrinhCTNNNLV[{index}].denThangNam"),
        Kind = period.LoaiCuTru,
        Address = Address(period.DiaChiCuTru),
        Occupation = period.NgheNghiep,
        Workplace = period.NoiLamViec
    };

    Payment Payment(ThongTinThanhToan payment) => new()
    {
        GroupCode = payment.NhomDoiTuong,
        GroupName = payment.TenNhomDoiTuong,
        FormFee = read.Amount(payment.PhiLLTP, "toKhai.thongTinThanhToan.phiLLTP"),
        PaperFee = read.Amount(payment.PhiCapThemBanGiay, "toKhai.thongTinThanhToan.phiCapThemBanGiay"),
        PaperDelivery = payment.HinhThucNhanBanGiay,
        PaperDeliveryName = payment.TenHinhThucNhanBanGiay,
        DeliveryAddress = payment.DiaChiNhan,
        Total = read.Amount(payment.TongPhi, "toKhai.thongTinThanhToan.tongPhi")
    };

    static AttachedPaper Paper(GiayToDinhKem paper) => new(
        paper.Ma, paper.Ten, [.. (paper.DanhSach ?? []).Select(file => new AttachedFile(file.Loai ?? "", file.DuLieu ?? new("", 0)))]);

    Receipt Receipt(ThongTinBienLai receipt) => new()
    {
        ServiceId = receipt.MaDichVu,
        ServiceCode = receipt.MaDVC,
        ServiceName = receipt.TenDVC,
        ProcedureCode = receipt.MaTTHC,
        ProcedureName = receipt.TenTTHC,
        UnitCode = receipt.MaDonVi,
        UnitName = receipt.TenDonVi,
        Account = receipt.TkThuHuong,
        BankCode = receipt.MaNhThuHuong,
        AccountName = receipt.TenTkThuHuong,
        Items = [.. (receipt.DSKhoanNop ?? []).Select(Item)],
        TransactionState = receipt.TrangThaiGD,
        TransactionStateName = receipt.TenTrangThaiGD,
        Url = receipt.UrlBienLai
    };

    ReceiptItem Item(KhoanNop item, int index) =>
        new(item.NoiDung, read.Amount(item.SoTien, $"thongTinBienLai.dSKhoanNop[{index}].SoTien"));

    static Address? Address(DiaChi? place) => place is null ? null : new()
    {
        ProvinceCode = place.MaTinhThanh,
        ProvinceName = place.TenTinhThanh,
        DistrictCode = place.MaQuanHuyen,
        DistrictName = place.TenQuanHuyen,
        CommuneCode = place.MaPhuongXa,
        CommuneName = place.TenPhuongXa,
        Detail = place.ChiTiet,
        CountryName = place.TenQuocGia
    };

    static BirthPlace BirthPlace(DiaBanNoiSinh place) => new(
        new Address
        {
            ProvinceCode = place.MaTinhThanh,
            ProvinceName = place.TenTinhThanh,
            DistrictCode = place.MaQuanHuyen,
            DistrictName = place.TenQuanHuyen,
            CommuneCode = place.MaPhuongXa,
            CommuneName = place.TenPhuongXa,
            Detail = place.ChiTiet,
            CountryName = place.TenQuocGia
        },
        place.MaQuocGia,
        place.DcChiTiet);
}
