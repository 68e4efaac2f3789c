using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>The group quyetDinh of traQuyetDinh and nhanQuyetDinh (lltp.xsd).</summary>
static class LltpDecision
{
    const int MaxNumber = 100;

    static readonly Dictionary<string, DecisionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["BoSung"] = DecisionKind.Supplement,
        ["DinhChinh"] = DecisionKind.Correction,
        ["ThuHoi"] = DecisionKind.Revocation,
        ["HuyBo"] = DecisionKind.Cancellation,
    };

    public static CertificateDecision? Read(XmlFields fields, Notes notes)
    {
        var (officer, at) = (LltpReading.Officer(fields), LltpReading.At(fields));
        if (!Kinds.TryGetValue(fields.RequiredToken("loaiQuyetDinh"), out var kind))
            notes.Refuse(MappingFailureCode.BadValue, "loaiQuyetDinh");
        var (number, certificate) = (fields.RequiredToken("soQuyetDinh", MaxNumber), fields.RequiredToken("soPhieuLLTP", MaxNumber));
        var (day, summary) = (Day(fields.RequiredToken("ngayQuyetDinh"), notes), fields.Text("trichYeu"));
        return PdfReading.Read(fields.Raw("tepQuyetDinh"), "tepQuyetDinh", notes) is { } file
            ? new(officer, at, kind, number, day, certificate, summary, file)
            : null;
    }

    public static void Write(XmlBody xml, CertificateDecision decision, FileSource files)
    {
        xml.Required("loaiQuyetDinh", Kinds.Single(pair => pair.Value == decision.Type).Key, "kind");
        xml.Required("soQuyetDinh", decision.Number, "number");
        xml.Required("ngayQuyetDinh", VietnamTime.Day(decision.Date), "date");
        xml.Required("soPhieuLLTP", decision.Certificate, "certificate");
        xml.Text("trichYeu", decision.Summary, "reason");
        xml.File("tepQuyetDinh", files(decision.File));
    }

    static DateOnly Day(string text, Notes notes)
    {
        if (Dates.Parse(text) is { Month: { } month, Day: { } day } date)
            return new(date.Year, month, day);
        notes.Refuse(MappingFailureCode.BadDate, "ngayQuyetDinh");
        return default;
    }
}
