using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Core.Process;

/// <summary>Kinds of messages that the hub owes its partners; the part before the dot is the partner.</summary>
public static class MessageKind
{
    public const string VneidState = "vneid.state";
    public const string VneidResult = "vneid.result";
    public const string VneidDecision = "vneid.decision";
    public const string TthcDossier = "tthc.dossier";
    public const string TthcProgress = "tthc.progress";
    public const string TthcCertificate = "tthc.certificate";
    public const string TthcDecision = "tthc.decision";
    public const string LltpDossier = "lltp.dossier";
    public const string LltpUpdate = "lltp.update";
    public const string LltpPause = "lltp.pause";
    public const string LltpStop = "lltp.stop";
    public const string LltpLookupResult = "lltp.lookup-result";
    public const string LltpDecision = "lltp.decision";
    public const string V06Lookup = "v06.lookup";
    public const string V06Cancel = "v06.cancel";
    public const string DvcqgDossier = "dvcqg.dossier";
    public const string DvcqgProgress = "dvcqg.progress";

    /// <summary>Kinds that carry the dossier's content; a closing state cancels those that were never attempted.</summary>
    public static bool IsContent(string kind) =>
        kind is TthcDossier or LltpDossier or LltpUpdate or V06Lookup or LltpLookupResult or TthcCertificate;

    /// <summary>Kinds that carry a version of the application; a newer version supersedes those never attempted.</summary>
    public static bool IsVersion(string kind) => kind is TthcDossier or LltpDossier or LltpUpdate;

    /// <summary>Kinds that cannot be written without the application's content.</summary>
    public static bool NeedsApplication(string kind) => IsVersion(kind) || kind is V06Lookup or DvcqgDossier;

    public static bool IsLltpDossier(string kind) => kind is LltpDossier or LltpUpdate;

    static readonly string[] All =
    [
        VneidState, VneidResult, TthcDossier, TthcProgress, TthcCertificate, LltpDossier, LltpUpdate, LltpPause, LltpStop, LltpLookupResult,
        V06Lookup, V06Cancel, DvcqgDossier, DvcqgProgress,
    ];

    /// <summary>Kinds that the process may owe this partner and its contract has no message for.</summary>
    public static IEnumerable<string> NotTaken(AdapterDescriptor partner) => All.Where(kind =>
        PartnerOf(kind) == Partner.RoleOf(partner.Partner) && partner.Kinds.All(row => row.Kind != kind));

    public static string PartnerOf(string kind) => kind[..kind.IndexOf('.', StringComparison.Ordinal)];
}
