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
        int? state = int.TryParse(fields.Token("DEC_STATUS_ID"), CultureInfo.InvariantCulture, out var known) ? known : null;
        return new(reply.Code, reply.Text, state, fields.Text("DEC_STATUS_NAME"), fields.Token("APPROVE_DATE"), fields.Token("ISSUE_DATE"));
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
            var result = facts.Catalogues.LookupResults.Target(answer.Result.ToString(), "wire", VietnamTime.Date(answer.At));
            xml.Required("maTraCuu", lookupId, "lookupId");
            xml.Whole("lanTraLoi", answer.AnswerNo);
            xml.Mapped("ketQua", result, "result");
            xml.Text("noiDung", answer.Detail, "detail");
            LltpEvent.Write(xml, answer.Officer, facts.UnitName, answer.At);
        });

    /// <summary>traTrangThaiHs for a dossier that came through the one-stop system.</summary>
    public static Writing WriteStatusQuestion(string number) => Write("traTrangThaiHs", number, xml => xml.Whole("infoType", 2));

    /// <summary>The hub's own answer to an operation.</summary>
    public static Writing WriteReply(string operation, string status, string description, string? id)
    {
        var xml = new XmlBody(operation + "Response", Namespace, new());
        xml.Required("STATUS", status, "STATUS");
        xml.Required("DESCRIPTION", description, "DESCRIPTION");
        xml.Text("ID", id, "ID");
        return xml.Finish();
    }

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
