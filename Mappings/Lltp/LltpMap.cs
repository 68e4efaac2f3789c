using System.Globalization;
using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Between the SOAP contract of the shared LLTP software (lltp.xsd) and the canonical model; one Body child per message.</summary>
public static class LltpMap
{
    public const string Namespace = "urn:lltp-hub:lltp:1";

    /// <summary>The dossier an incoming operation speaks of.</summary>
    public static string? DossierNumber(XmlElement body) => new XmlFields(body, new()).Token("idReceivedDec");

    /// <summary>yeuCauTraCuu.</summary>
    public static Reading<LookupRequest> ReadLookupRequest(XmlElement body) => LltpReading.Read<LookupRequest>(body, (fields, _) =>
        new(LltpReading.Officer(fields), LltpReading.At(fields), fields.RequiredToken("maTraCuu")));

    /// <summary>capNhatTrangThai: a refusal, a supplement request or a stop.</summary>
    public static Reading<Content> ReadStateChange(XmlElement body) => LltpReading.Read(body, LltpReading.StateChange);

    /// <summary>traPhieuLLTP; the PDF is among the blobs.</summary>
    public static Reading<Issue> ReadIssue(XmlElement body) => LltpReading.Read(body, LltpReading.Issue);

    /// <summary>traQuyetDinh; the decision's PDF is among the blobs.</summary>
    public static Reading<CertificateDecision> ReadDecision(XmlElement body) => LltpReading.Read<CertificateDecision>(body, LltpDecision.Read);

    /// <summary>nhanQuyetDinh.</summary>
    public static Writing WriteDecision(DossierFacts facts, CertificateDecision decision, FileSource files)
    {
        var xml = new XmlBody("nhanQuyetDinh", Namespace, new(), decision.File.Size);
        xml.Required("idReceivedDec", facts.Number, "maHoSoMCDT");
        LltpDecision.Write(xml, decision, files);
        LltpEvent.Write(xml, decision.Officer, facts.UnitName, facts.At);
        return xml.Finish();
    }

    /// <summary>STATUS, DESCRIPTION and ID of an answer; null when it is not one.</summary>
    public static (string Code, string Text, string? Id)? ReadReply(XmlElement body)
    {
        var fields = new XmlFields(body, new());
        return fields.Token("STATUS") is { } status ? (status, fields.Text("DESCRIPTION") ?? "", fields.Token("ID")) : null;
    }

    /// <summary>traTrangThaiHsResponse; null when it is not one.</summary>
    public static LltpStatus? ReadStatus(XmlElement body)
    {
        if (ReadReply(body) is not { } reply)
            return null;
        var fields = new XmlFields(body, new());
        return new(reply.Code, reply.Text, Whole(fields.Token("DEC_STATUS_ID")), fields.Text("DEC_STATUS_NAME"), fields.Token("APPROVE_DATE"), fields.Token("ISSUE_DATE"))
        {
            Id = reply.Id, Held = Held(fields),
        };
    }

    /// <summary>nhanHoSoDangKy.</summary>
    public static Writing WriteDossier(DossierFacts facts, Application application, FileSource files, LltpCodes codes)
    {
        var xml = Dossier("nhanHoSoDangKy", application);
        new DossierWriting(xml, facts, application, codes).Write(files);
        xml.Notes.Report.AddRange(LostFields.Of(application, xml.Notes.Carried));
        return xml.Finish();
    }

    /// <summary>capNhatHoSo, a newer version of a dossier that the software has.</summary>
    public static Writing WriteUpdate(DossierFacts facts, Application application, FileSource files, LltpCodes codes)
    {
        var xml = Dossier("capNhatHoSo", application);
        xml.Whole("phienBan", facts.Version);
        new DossierWriting(xml, facts, application, codes).Write(files);
        xml.Notes.Report.AddRange(LostFields.Of(application, xml.Notes.Carried));
        return xml.Finish();
    }

    /// <summary>tamDungHoSo.</summary>
    public static Writing WritePause(DossierFacts facts) => Write("tamDungHoSo", facts.Number, xml =>
    {
        xml.Required("lyDo", Reason(facts), "reason");
        LltpEvent.Write(xml, facts.Officer, facts.UnitName, facts.At);
    });

    /// <summary>dungHoSo; the facts' state says why: 3, 7 or 8.</summary>
    public static Writing WriteStop(DossierFacts facts) => Write("dungHoSo", facts.Number, xml =>
    {
        if (facts.State is not (3 or 7 or 8))
            xml.Notes.Refuse(MappingFailureCode.UnmappedCode, "trangThai");
        xml.Whole("trangThai", facts.State);
        xml.Required("lyDo", Reason(facts), "reason");
        LltpEvent.Write(xml, facts.Officer, facts.UnitName, facts.At);
    });

    /// <summary>nhanKetQuaTraCuu.</summary>
    public static Writing WriteLookupAnswer(DossierFacts facts, LookupAnswer answer, string lookupId) =>
        Write("nhanKetQuaTraCuu", facts.Number, xml =>
        {
            xml.Required("maTraCuu", lookupId, "lookupId");
            xml.Whole("lanTraLoi", answer.AnswerNo);
            xml.Mapped("ketQua", facts.Catalogues.LookupResults, answer.Result.ToString(), "wire", VietnamTime.Date(answer.At), "result");
            xml.Text("noiDung", answer.Detail, "detail");
            LltpEvent.Write(xml, answer.Officer, facts.UnitName, answer.At);
        });

    /// <summary>traTrangThaiHs for a dossier that came through the one-stop system.</summary>
    public static Writing WriteStatusQuestion(string number) => Write("traTrangThaiHs", number, xml => xml.Whole("infoType", 2));

    /// <summary>Ids that fit one danhDauHsThanhCong.</summary>
    public const int MostTicks = 100;

    /// <summary>traDsTrangThaiHs for dossiers that came through the one-stop system.</summary>
    public static Writing WriteChangesQuestion()
    {
        var xml = new XmlBody("traDsTrangThaiHs", Namespace, new());
        xml.Whole("infoType", 2);
        return xml.Finish();
    }

    /// <summary>danhDauHsThanhCong: these changes were read.</summary>
    public static Writing WriteTicks(IEnumerable<string> ids)
    {
        var xml = new XmlBody("danhDauHsThanhCong", Namespace, new());
        xml.Required("declarationId", string.Join(';', ids), "declarationId");
        xml.Whole("infoType", 2);
        return xml.Finish();
    }

    /// <summary>The entries of a list of changes that name their dossier; null when it is no successful list.</summary>
    public static IReadOnlyList<LltpChange>? ReadChanges(XmlElement body) => ReadReply(body) is not { Code: "0" } ? null
        : [.. new XmlFields(body, new()).All("LISTCONTENT")
            .Select(entry => new LltpChange(entry.Text("DECLARATION_ID") ?? "", entry.Text("APPOINTMENT_NO") ?? "", Whole(entry.Text("DEC_STATUS_ID")) ?? 0))
            .Where(change => change.Number.Length > 0)];

    /// <summary>The hub's own answer to an operation.</summary>
    public static Writing WriteReply(string operation, string status, string description, string? id)
    {
        var xml = new XmlBody(operation + "Response", Namespace, new());
        xml.Required("STATUS", status, "STATUS");
        xml.Required("DESCRIPTION", description, "DESCRIPTION");
        xml.Text("ID", id, "ID");
        return xml.Finish();
    }

    static LltpHeld? Held(XmlFields fields) => Whole(fields.Token("phienBan")) is not { } version ? null : new(
        version, fields.Token("tamDung") is "true" or "1", Whole(fields.Token("dungXuLy")),
        [.. fields.All("ketQuaDaNhan").Select(answer => new HeldAnswer(answer.Text("maTraCuu") ?? "", Whole(answer.Token("lanTraLoi")) ?? 0))])
    {
        Decisions = [.. fields.All("quyetDinhDaNhan").Select(decision => decision.Token("soQuyetDinh") ?? "")],
    };

    static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    static XmlBody Dossier(string operation, Application application) => new(operation, Namespace, new(), VneidMap.FileBytes(application));

    static Writing Write(string operation, string number, Action<XmlBody> rest)
    {
        var xml = new XmlBody(operation, Namespace, new());
        xml.Required("idReceivedDec", number, "maHoSoMCDT");
        rest(xml);
        return xml.Finish();
    }

    static string? Reason(DossierFacts facts) => facts.Reason ?? CatalogueSet.StateName(facts.State);
}
