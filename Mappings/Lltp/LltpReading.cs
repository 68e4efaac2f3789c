using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Reads the operations that the LLTP software calls on the hub (lltp.xsd).</summary>
static class LltpReading
{
    const int MaxOfficer = 50;
    const int MaxDossierNumber = 64;
    const int MaxCertificateNumber = 100;

    /// <summary>Reads one operation with the group suKien and the dossier number that all of them carry.</summary>
    public static Reading<T> Read<T>(XmlElement body, Func<XmlFields, Notes, T?> build) where T : class
    {
        var notes = new Notes();
        var fields = new XmlFields(body, notes);
        fields.RequiredToken("idReceivedDec", MaxDossierNumber);
        var value = build(fields, notes);
        fields.ReportRest();
        return notes.Close(value, "");
    }

    public static Officer Officer(XmlFields fields) =>
        new(fields.Required("canBoXuLy", MaxOfficer), fields.Text("chucDanh"), fields.Text("donVi"));

    public static DateTimeOffset At(XmlFields fields) => fields.Moment("thoiDiem");

    public static Content? StateChange(XmlFields fields, Notes notes)
    {
        var (officer, at, reason) = (Officer(fields), At(fields), fields.Required("lyDo"));
        switch (fields.Whole("trangThai"))
        {
            case 3: return new Refusal(officer, at, reason);
            case 5: return new SupplementRequest(officer, at, [reason]);
            case 8: return new Stop(officer, at, reason);
            default:
                notes.Refuse(MappingFailureCode.BadValue, "trangThai");
                return null;
        }
    }

    public static Issue? Issue(XmlFields fields, Notes notes)
    {
        var (officer, at, replaces) = (Officer(fields), At(fields), fields.Token("soPhieuThayThe", MaxCertificateNumber));
        if (fields.Nested("ketQuaXuLy") is { } result)
            return Certificate(result, notes) is { } certificate ? new(officer, at, certificate, replaces) : null;
        notes.Refuse(MappingFailureCode.MissingField, "ketQuaXuLy");
        return null;
    }

    static Certificate? Certificate(XmlFields result, Notes notes)
    {
        var pdf = PdfReading.Read(result.Raw("phieuLLTP"), result.Path("phieuLLTP"), notes);
        var decision = result.Raw("quyetDinhThuHoi");
        var revoke = string.IsNullOrEmpty(decision) ? null : PdfReading.Read(decision, result.Path("quyetDinhThuHoi"), notes);
        var certificate = pdf is null ? null : Certificate(result, notes, pdf) with { RevokeDecision = revoke };
        result.ReportRest();
        return certificate;
    }

    static Certificate Certificate(XmlFields result, Notes notes, FileRef pdf) => new()
    {
        Number = result.RequiredToken("soPhieuLLTP", MaxCertificateNumber),
        IssuedOn = Day(result.RequiredToken("ngayCapPhieu"), result.Path("ngayCapPhieu"), notes),
        FormType = result.Whole("loaiPhieu"),
        Preparer = result.Text("nguoiLapPhieu"),
        Signer = result.Text("nguoiKy"),
        SignerTitle = result.Text("chucVu"),
        ConvictionState = result.Text("tinhTrangAnTich"),
        ConvictionStateName = result.Text("tenTinhTrangAnTich"),
        BanState = result.Text("thongTinCDNCV"),
        BanStateName = result.Text("tenThongTinCDNCV"),
        Judgments = [.. result.All("thongTinAn").Select(JudgmentReading.Judgment)],
        Bans = [.. result.All("dsCDNCV").Select(JudgmentReading.Ban)],
        Pdf = pdf
    };

    static DateText Day(string text, string path, Notes notes)
    {
        var value = Dates.Parse(text);
        if (value is null)
            notes.Refuse(MappingFailureCode.BadDate, path);
        return new(text, value);
    }
}
