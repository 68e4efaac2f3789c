using System.Globalization;
using System.Xml;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>What a verified body element of the LLTP software means, with the business key under which poll and push meet.</summary>
sealed record LltpPush(string? Dossier, EventKind On, string BusinessKey, Content? Content, IReadOnlyList<Blob> Files, MappingFailure? Refusal)
{
    public static LltpPush Read(XmlElement element)
    {
        var dossier = element.NamespaceURI == Soap.ContractNamespace ? LltpMap.DossierNumber(element) : null;
        return (element.NamespaceURI, element.LocalName) switch
        {
            (Soap.ContractNamespace, "yeuCauTraCuu") => Of(dossier, LltpMap.ReadLookupRequest(element)),
            (Soap.ContractNamespace, "capNhatTrangThai") => Of(dossier, LltpMap.ReadStateChange(element)),
            (Soap.ContractNamespace, "traPhieuLLTP") => Of(dossier, LltpMap.ReadIssue(element)),
            (Soap.ContractNamespace, "traQuyetDinh") => Of(dossier, LltpMap.ReadDecision(element)),
            _ => new(dossier, default, "", null, [], new(MappingFailureCode.BadValue, "Body", "Không có thao tác này", "There is no such operation.")),
        };
    }

    static LltpPush Of<T>(string? dossier, Reading<T> reading) where T : Content =>
        new(dossier, Event(reading.Value), $"{dossier} {Key(reading.Value)}", reading.Value, reading.Blobs, reading.Refusal);

    static EventKind Event(Content? content) => content switch
    {
        LookupRequest => EventKind.LookupAsked,
        Mappings.Canonical.Refusal => EventKind.Refused,
        SupplementRequest => EventKind.SupplementAsked,
        Stop => EventKind.Stopped,
        Issue { Replaces: not null } => EventKind.Reissued,
        CertificateDecision => EventKind.Decided,
        _ => EventKind.Issued,
    };

    static string Key(Content? content) => content switch
    {
        LookupRequest lookup => $"lookup {lookup.LookupId}",
        Issue issue => $"certificate {issue.Certificate.Number}",
        CertificateDecision decision => $"decision {decision.Number}",
        Act act => string.Create(CultureInfo.InvariantCulture, $"{act.GetType().Name} {act.At.UtcDateTime:O}"),
        _ => "",
    };
}
