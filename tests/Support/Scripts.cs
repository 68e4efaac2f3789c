using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Tests.Support;

/// <summary>Replies that scripted partners give.</summary>
public static class Scripts
{
    static readonly string[] AllKinds =
    [
        MessageKind.VneidState, MessageKind.VneidResult, MessageKind.TthcDossier, MessageKind.TthcProgress, MessageKind.TthcCertificate,
        MessageKind.LltpDossier, MessageKind.LltpUpdate, MessageKind.LltpPause, MessageKind.LltpStop, MessageKind.LltpLookupResult,
        MessageKind.VneidDecision, MessageKind.TthcDecision, MessageKind.LltpDecision, MessageKind.V06Lookup, MessageKind.V06Cancel, MessageKind.DvcqgDossier, MessageKind.DvcqgProgress,
    ];

    /// <summary>The line was cut after something had been written.</summary>
    public static Reply Silence => new(Transport.Broken);

    public static Reply Unavailable => new(Transport.Unreadable, 503);

    public static Reply Said(string code, string? text = null) => new(Transport.Readable, 200, code, text);

    public static Reply Yes(string partner) => Said(Partner.RoleOf(partner) switch
    {
        Partner.Vneid => "00",
        Partner.Tthc => "new",
        Partner.V06 => "DaNhan",
        _ => "0",
    });

    public static IEnumerable<string> KindsOf(string partner) => AllKinds.Where(kind => MessageKind.PartnerOf(kind) == Partner.RoleOf(partner));
}
