using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.V06;

/// <summary>Between the look-up contract of the police records department (v06.xsd) and the canonical model; roots are unsigned.</summary>
public static class V06Map
{
    public const string Namespace = "urn:lltp-hub:v06:1";

    public const string RootId = "vanBan";
    const int MaxCode = 64;
    const int MaxOfficer = 50;

    /// <summary>YeuCauTraCuu.</summary>
    public static Writing WriteLookup(DossierFacts facts, Application application, string requestId) => Write("YeuCauTraCuu", xml =>
    {
        xml.Required("MaYeuCau", requestId, "requestId", MaxCode);
        xml.Required("MaHoSo", facts.Number, "maHoSoMCDT", MaxCode);
        xml.Whole("PhienBan", facts.Version);
        if (application.FormType is not (1 or 2))
            xml.Notes.Refuse(MappingFailureCode.UnmappedCode, "toKhai.loaiPhieu");
        xml.Whole("LoaiPhieu", application.FormType);
        xml.Notes.Carry("toKhai.loaiPhieu");
        xml.Open("DoiTuong");
        Person(xml, application.Applicant, facts.Catalogues, VietnamTime.Date(facts.At));
        xml.Close();
        xml.Required("DonViYeuCau", facts.UnitName, "unitName");
        xml.Text("ThoiDiem", VietnamTime.Iso(facts.At), "at");
        xml.Notes.Report.AddRange(LostFields.Of(application, xml.Notes.Carried));
    });

    /// <summary>HuyYeuCau.</summary>
    public static Writing WriteCancel(DossierFacts facts, string requestId, string reason) => Write("HuyYeuCau", xml =>
    {
        xml.Required("MaYeuCau", requestId, "requestId", MaxCode);
        xml.Required("MaHoSo", facts.Number, "maHoSoMCDT", MaxCode);
        xml.Required("LyDo", reason, "reason");
        xml.Text("ThoiDiem", VietnamTime.Iso(facts.At), "at");
    });

    /// <summary>HoiTrangThai.</summary>
    public static Writing WriteQuestion(string requestId, DateTimeOffset at) => Write("HoiTrangThai", xml =>
    {
        xml.Required("MaYeuCau", requestId, "requestId", MaxCode);
        xml.Text("ThoiDiem", VietnamTime.Iso(at), "at");
    });

    /// <summary>BienNhan, the hub's receipt for a result.</summary>
    public static Writing WriteReceipt(string? requestId, int? answerNo, string status, string? code, string? text, DateTimeOffset at) =>
        Write("BienNhan", xml =>
        {
            xml.Text("MaYeuCau", requestId, "requestId", MaxCode);
            if (answerNo is > 0)
                xml.Whole("LanTraLoi", answerNo.Value);
            xml.Required("TrangThai", status, "status");
            xml.Text("MaLoi", code, "code");
            xml.Text("MoTa", text, "text");
            xml.Text("ThoiDiem", VietnamTime.Iso(at), "at");
        });

    /// <summary>KetQuaTraCuu.</summary>
    public static Reading<LookupAnswer> ReadAnswer(XmlElement root)
    {
        var notes = new Notes();
        var fields = new XmlFields(root, notes);
        var officer = new Officer(fields.Required("CanBo", MaxOfficer), fields.Text("ChucDanh"), fields.Text("DonVi"));
        var answer = new LookupAnswer(officer, fields.Moment("ThoiDiem"), fields.RequiredToken("MaYeuCau", MaxCode),
            Count(fields, notes), Result(fields, notes), fields.Text("NoiDung"));
        fields.ReportRest();
        return notes.Close(answer, "");
    }

    /// <summary>TrangThai and MoTa of a receipt; null when it is not one.</summary>
    public static (string? Code, string? Text)? ReadReceipt(XmlElement root)
    {
        var fields = new XmlFields(root, new());
        return root.LocalName == "BienNhan" && fields.Token("TrangThai") is { } status ? (status, fields.Text("MoTa")) : null;
    }

    static void Person(XmlBody xml, Applicant person, CatalogueSet catalogues, DateOnly day)
    {
        xml.Required("HoTen", person.FullName, "toKhai.nycHoTen");
        xml.Text("TenGoiKhac", person.OtherName, "toKhai.nycTenGoiKhac");
        xml.RequiredDate("NgaySinh", person.BirthDate, "toKhai.nycNgaySinh");
        xml.Mapped("GioiTinh", catalogues.Sexes, person.Sex, "v06", day, "toKhai.nycGioiTinh");
        xml.Notes.CarryName("toKhai.nycTenGioiTinh", "toKhai.nycGioiTinh");
        xml.Mapped("LoaiGiayTo", person.IdTypeName ?? catalogues.IdPapers.Find(person.IdType, day)?.Name, "toKhai.nycLoaiGiayTo");
        xml.Notes.CarryName("toKhai.nycTenLoaiGiayTo", "toKhai.nycLoaiGiayTo");
        xml.Required("SoGiayTo", person.IdNumber, "toKhai.nycSoGiayTo", MaxCode);
        xml.Required("QuocTich", person.NationalityName ?? person.Nationality, "toKhai.nycQuocTich");
        xml.Notes.CarryName("toKhai.nycTenQuocTich", "toKhai.nycQuocTich");
        PlaceLine.Birth(xml, "NoiSinh", person.BirthPlace, "toKhai.nycNoiSinh");
        PlaceLine.Write(xml, "ThuongTru", person.Permanent, "toKhai.nycThuongTru");
        xml.Text("HoTenCha", person.FatherName, "toKhai.nycHoTenCha");
        xml.Text("HoTenMe", person.MotherName, "toKhai.nycHoTenMe");
    }

    static int Count(XmlFields fields, Notes notes)
    {
        var count = fields.Whole("LanTraLoi");
        if (count < 1)
            notes.Refuse(MappingFailureCode.BadNumber, "LanTraLoi");
        return count;
    }

    static LookupResult Result(XmlFields fields, Notes notes)
    {
        var text = fields.RequiredToken("KetQua");
        if (CatalogueSet.Shipped.LookupResults.Rows.FirstOrDefault(row => row.Targets["wire"] == text) is { } row)
            return Enum.Parse<LookupResult>(row.Code);
        notes.Refuse(MappingFailureCode.BadValue, "KetQua");
        return default;
    }

    static Writing Write(string root, Action<XmlBody> rest)
    {
        var xml = new XmlBody(root, Namespace, new(), id: RootId);
        rest(xml);
        return xml.Finish();
    }
}
