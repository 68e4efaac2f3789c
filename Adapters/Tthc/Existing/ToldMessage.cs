using System.Text;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>A told state as the pipeline takes it. The contract names no message, officer or time: content and version are the identity.</summary>
static class ToldMessage
{
    public const string Door = "tthc.traKetQuaHoSoLLTP";

    public static Officer Desk { get; } = new("Bộ phận Một cửa", null, null);

    /// <summary>Under which this very content was taken, in this version or the one before.</summary>
    public static IReadOnlyList<string> Earlier(ToldState told, int version) =>
        [Key(EventKind.Shown, told, version), Key(null, told, version - 1), Key(EventKind.Shown, told, version - 1)];

    public static string Key(EventKind? on, ToldState told, int version) =>
        $"{told.Number} {(on == EventKind.Shown ? "shown" : "told")} {told.State} version {version} {Hash(told)[..16]}";

    public static Incoming Of(EventKind on, ToldState told, int version, ReadOnlyMemory<byte> original, DateTimeOffset now) =>
        new(Partner.Tthc, Door, told.Number, on, [Key(on, told, version)], Hash(told), original, ContentOf(on, told, now))
        {
            Finding = on == EventKind.Shown ? $"{told.State}" : null,
        };

    static string Hash(ToldState told) => Fingerprint.Sha256Hex(Encoding.UTF8.GetBytes(
        $"{told.Number}\n{told.State}\n{told.Reason}\n{told.DueDate:yyyy-MM-dd}\n{told.CertificateNumber}"));

    static Content ContentOf(EventKind on, ToldState told, DateTimeOffset now) => on switch
    {
        EventKind.Accepted => new Acceptance(Desk, now, null, told.DueDate),
        EventKind.Refused => new Refusal(Desk, now, Reason(told)),
        EventKind.SupplementAsked => new SupplementRequest(Desk, now, [Reason(told)]),
        EventKind.Withdrawn => new Withdrawal(Desk, now, Reason(told)),
        EventKind.Stopped => new Stop(Desk, now, Reason(told)),
        EventKind.HandedOver => new HandOver(Desk, now, null),
        _ => new Showing(Desk, now, told.State),
    };

    static string Reason(ToldState told) => told.Reason ?? CatalogueSet.StateName(told.State) ?? "";
}
