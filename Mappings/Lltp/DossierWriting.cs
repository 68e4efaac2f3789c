using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes the group hoSo of nhanHoSoDangKy and capNhatHoSo (lltp.xsd).</summary>
sealed class DossierWriting(XmlBody xml, DossierFacts facts, Application application, LltpCodes codes)
{
    const int MaxStays = 200;
    const int MaxFiles = 50;

    readonly DateOnly day = VietnamTime.Date(facts.At);

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
            new MandatorWriting(xml, day).Write(other);
        xml.Text("thongTinAnTich", application.DeclaredConvictions, "toKhai.thongTinAnTich");
        Files(files);
        LltpEvent.Write(xml, facts.Officer, facts.UnitName, facts.At);
    }

    void Person(Applicant person)
    {
        xml.Required("fullName", person.FullName, "toKhai.nycHoTen");
        xml.Text("otherName", person.OtherName, "toKhai.nycTenGoiKhac");
        xml.Mapped("genderId", CatalogueSet.Sexes.Target(person.Sex, "lltp", day), "toKhai.nycGioiTinh");
        xml.Required("birthDateStr", person.BirthDate.Value?.ToString(), "toKhai.nycNgaySinh");
        xml.Text("birthPlace", person.BirthPlace?.Line(), "toKhai.nycNoiSinh");
        National("nationalityId", person.Nationality, codes.Nationalities, "toKhai.nycQuocTich");
        if (person.Ethnicity is not null)
            National("ethnicId", person.Ethnicity, codes.Ethnicities, "toKhai.nycDanToc");
        xml.Text("residence", person.Permanent?.Line(), "toKhai.nycThuongTru");
        Region("reRegionId", person.Permanent, "toKhai.nycThuongTru.maPhuongXa");
        xml.Text("residenceTemporary", person.Temporary?.Line(), "toKhai.nycTamTru");
        Region("rtRegionId", person.Temporary, "toKhai.nycTamTru.maPhuongXa");
        xml.Mapped("idTypeId", CatalogueSet.IdPapers.Target(person.IdType, "lltp", day), "toKhai.nycLoaiGiayTo");
        xml.Required("identifyNo", person.IdNumber, "toKhai.nycSoGiayTo");
        xml.Text("idIssueDate", person.IdIssuedOn?.Value?.ToString(), "toKhai.nycNgayCapGiayTo");
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
        xml.Text("declareDate", application.ReceivedOn?.Value?.ToString(), "ngayTiepNhan");
        xml.Mapped("declareTypeId", CatalogueSet.DeclareTypes.Target(application.Authorised ?? 0, "lltp", day), "toKhai.uyQuyen");
        Count("requestQty", application.Copies ?? 1, "toKhai.soLuongCap");
        xml.Mapped("objectRequestId", CatalogueSet.RequestObjects.Target(nationality, "lltp", day), "toKhai.nycQuocTich");
        Choice("formType", application.FormType, 1, 2, "toKhai.loaiPhieu");
        Choice("isBanPosition", application.BanInformation ?? 0, 0, 1, "toKhai.yeuCauCDNCV");
        Delivery(application.Payment);
        xml.Text("purpose", Purpose(), "toKhai.tenMucDich");
    }

    void Delivery(Payment? payment)
    {
        var delivery = CatalogueSet.PaperDeliveries.Target(payment?.PaperDelivery ?? 0, "lltp", day);
        xml.Mapped("delivery", delivery, "toKhai.thongTinThanhToan.hinhThucNhanBanGiay");
        xml.Text("deliveryAddress", payment?.DeliveryAddress, "toKhai.thongTinThanhToan.diaChiNhan");
    }

    string Purpose() => string.Join(": ", new[] { application.PurposeName, application.OtherPurpose }.Where(text => text is not null));

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
        xml.Required("fromDateStr", stay.From?.Value?.ToString(), path + ".tuThangNam");
        xml.Text("toDateStr", stay.To?.Value?.ToString(), path + ".denThangNam");
        xml.Text("residencePlace", stay.Address?.Line(), path + ".diaChiCuTru");
        xml.Text("jobName", stay.Occupation, path + ".ngheNghiep");
        xml.Text("workPlace", stay.Workplace, path + ".noiLamViec");
        xml.Close();
    }

    void Files(FileSource files)
    {
        var attachments = application.Attachments;
        if (attachments.Count > MaxFiles)
            xml.Notes.Refuse(MappingFailureCode.BadValue, "toKhai.giayToDinhKem");
        foreach (var (attachment, name) in attachments.Zip(FileNames.Of(attachments)))
        {
            xml.Open("fileHoSo");
            xml.Required("tenLoaiFile", attachment.Title.Length > 0 ? attachment.Title : name, "toKhai.giayToDinhKem");
            xml.Text("tenFile", name, "toKhai.giayToDinhKem");
            xml.File("noiDungFile", files(attachment.File));
            xml.Close();
        }
    }

    void National(string name, string? code, IReadOnlyDictionary<string, string> catalogue, string path)
    {
        if (code is null || catalogue.Count == 0)
            xml.Required(name, code, path);
        else
            xml.Mapped(name, catalogue.GetValueOrDefault(code), path);
    }

    void Region(string name, Address? place, string path)
    {
        if (codes.Regions.Count > 0 && place?.CommuneCode is { } code)
            xml.Mapped(name, codes.Regions.GetValueOrDefault(code), path);
    }

    void Year(string name, int? year, string path)
    {
        if (year is >= 1800 and <= 2200)
            xml.Whole(name, year.Value);
        else if (year is not null)
            xml.Notes.Say(path, name, "not a year, left out");
    }

    void Count(string name, int count, string path)
    {
        if (count < 0)
            xml.Notes.Refuse(MappingFailureCode.BadNumber, path);
        xml.Whole(name, count);
    }

    void Choice(string name, int value, int low, int high, string path)
    {
        if (value < low || value > high)
            xml.Notes.Refuse(MappingFailureCode.UnmappedCode, path);
        xml.Whole(name, value);
    }
}
