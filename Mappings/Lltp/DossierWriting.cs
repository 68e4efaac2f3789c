using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes the group hoSo of nhanHoSoDangKy and capNhatHoSo (lltp.xsd).</summary>
sealed class DossierWriting(XmlBody xml, DossierFacts facts, Application application, LltpCodes codes)
{
    const int MaxStays = 200;

    readonly DateOnly day = VietnamTime.Date(facts.At);
    readonly NationalCodes nationals = new(xml, facts);

    public void Write(FileSource files)
    {
        xml.Required("idMinistryJustice", codes.MinistryJusticeId, "idMinistryJustice");
        xml.Required("idReceivedDec", facts.Number, "maHoSoMCDT");
        xml.Text("dateReceivedDec", VietnamTime.Day(facts.ReceivedAt), "");
        xml.Required("datePromissoryDec", facts.DueDate is { } due ? VietnamTime.Day(due) : null, "dueDate");
        xml.Open("declarationWSForm");
        Person(application.Applicant);
        Family(application.Applicant);
        Request();
        xml.Close();
        Stays();
        if (application is { IsAuthorised: true, Authorisation: { } other })
            new MandatorWriting(xml, facts).Write(other);
        xml.Text("thongTinAnTich", application.DeclaredConvictions, "toKhai.thongTinAnTich");
        new FileWriting(xml).Write(application.Papers, files);
        LltpEvent.Write(xml, facts.Officer, facts.UnitName, facts.At);
    }

    void Person(Applicant person)
    {
        xml.Required("fullName", person.FullName, "toKhai.nycHoTen");
        xml.Text("otherName", person.OtherName, "toKhai.nycTenGoiKhac");
        xml.Mapped("genderId", facts.Catalogues.Sexes, person.Sex, "lltp", day, "toKhai.nycGioiTinh");
        xml.Notes.CarryName("toKhai.nycTenGioiTinh", "toKhai.nycGioiTinh");
        xml.RequiredDate("birthDateStr", person.BirthDate, "toKhai.nycNgaySinh");
        PlaceLine.Birth(xml, "birthPlace", person.BirthPlace, "toKhai.nycNoiSinh");
        nationals.National("nationalityId", facts.Catalogues.Nationalities, person.Nationality, "toKhai.nycQuocTich");
        if (person.Ethnicity is not null)
            nationals.National("ethnicId", facts.Catalogues.EthnicGroups, person.Ethnicity, "toKhai.nycDanToc");
        xml.Notes.CarryName("toKhai.nycTenQuocTich", "toKhai.nycQuocTich");
        xml.Notes.CarryName("toKhai.nycTenDanToc", "toKhai.nycDanToc");
        PlaceLine.Write(xml, "residence", person.Permanent, "toKhai.nycThuongTru");
        nationals.Region("reRegionId", person.Permanent, "toKhai.nycThuongTru");
        PlaceLine.Write(xml, "residenceTemporary", person.Temporary, "toKhai.nycTamTru");
        nationals.Region("rtRegionId", person.Temporary, "toKhai.nycTamTru");
        xml.Mapped("idTypeId", facts.Catalogues.IdPapers, person.IdType, "lltp", day, "toKhai.nycLoaiGiayTo");
        xml.Notes.CarryName("toKhai.nycTenLoaiGiayTo", "toKhai.nycLoaiGiayTo");
        xml.Required("identifyNo", person.IdNumber, "toKhai.nycSoGiayTo");
        xml.Date("idIssueDate", person.IdIssuedOn, "toKhai.nycNgayCapGiayTo");
        xml.Text("idIssuePlace", person.IdIssuedBy, "toKhai.nycNoiCapGiayTo");
    }

    void Family(Applicant person)
    {
        xml.Text("dadName", person.FatherName, "toKhai.nycHoTenCha");
        Year("dadDob", person.FatherBirthYear, "toKhai.chaNamSinh");
        xml.Text("momName", person.MotherName, "toKhai.nycHoTenMe");
        Year("momDob", person.MotherBirthYear, "toKhai.meNamSinh");
        xml.Text("partnerName", person.SpouseName, "toKhai.nycHoTenVoChong");
        Year("partnerDob", person.SpouseBirthYear, "toKhai.voChongNamSinh");
        xml.Text("phone", person.Phone, "toKhai.nycDienThoai");
        xml.Text("email", person.Email, "toKhai.nycEmail");
    }

    void Request()
    {
        var nationality = application.Applicant.Nationality == "VN" ? "VN" : "*";
        xml.Date("declareDate", application.ReceivedOn, "ngayTiepNhan");
        xml.Mapped("declareTypeId", facts.Catalogues.DeclareTypes, application.Authorised ?? 0, "lltp", day, "toKhai.uyQuyen");
        Count("requestQty", application.Copies ?? 1, "toKhai.soLuongCap");
        xml.Mapped("objectRequestId", facts.Catalogues.RequestObjects, nationality, "lltp", day, "toKhai.nycQuocTich");
        Choice("formType", application.FormType, 1, 2, "toKhai.loaiPhieu");
        Choice("isBanPosition", application.BanInformation ?? 0, 0, 1, "toKhai.yeuCauCDNCV");
        Delivery(application.Payment);
        Purpose();
    }

    void Delivery(Payment? payment)
    {
        xml.Mapped("delivery", facts.Catalogues.PaperDeliveries, payment?.PaperDelivery ?? 0, "lltp", day, "toKhai.thongTinThanhToan.hinhThucNhanBanGiay");
        if (payment?.PaperDelivery is not null)
            xml.Notes.CarryName("toKhai.thongTinThanhToan.tenHinhThucNhanBanGiay", "toKhai.thongTinThanhToan.hinhThucNhanBanGiay");
        xml.Text("deliveryAddress", payment?.DeliveryAddress, "toKhai.thongTinThanhToan.diaChiNhan");
    }

    void Purpose()
    {
        string?[] said = [application.PurposeName, application.OtherPurpose];
        xml.Line("purpose", string.Join(": ", said.Where(text => text is not null)), "toKhai.tenMucDich");
        xml.Notes.Carry("toKhai.tenMucDich");
        xml.Notes.Carry("toKhai.mucDichKhac");
    }

    void Stays()
    {
        if (application.Stays.Count > MaxStays)
            xml.Notes.Refuse(MappingFailureCode.BadValue, "toKhai.quaTrinhCTNNNLV");
        for (var index = 0; index < application.Stays.Count; index++)
            Stay(application.Stays[index], $"toKhai.quaTrinhCTNNNLV[{index}]");
    }

    void Stay(Stay stay, string path)
    {
        xml.Open("residenceWSForm");
        xml.RequiredDate("fromDateStr", stay.From, path + ".tuThangNam");
        xml.Date("toDateStr", stay.To, path + ".denThangNam");
        PlaceLine.Write(xml, "residencePlace", stay.Address, path + ".diaChiCuTru");
        xml.Text("jobName", stay.Occupation, path + ".ngheNghiep");
        xml.Text("workPlace", stay.Workplace, path + ".noiLamViec");
        xml.Close();
    }

    void Year(string name, int? year, string path)
    {
        if (year is >= 1800 and <= 2200)
            xml.Whole(name, year.Value, path);
        else if (year is not null)
            xml.Notes.Say(path, name, "not a year, left out");
    }

    void Count(string name, int count, string path)
    {
        if (count < 0)
            xml.Notes.Refuse(MappingFailureCode.BadNumber, path);
        xml.Whole(name, count, path);
    }

    void Choice(string name, int value, int low, int high, string path)
    {
        if (value < low || value > high)
            xml.Notes.Refuse(MappingFailureCode.UnmappedCode, path);
        xml.Whole(name, value, path);
    }
}
