using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>
/// Whether a delivery shows in an answer to traTrangThaiHs. The older contract shows that a dossier is there;
/// versions, pauses, stops and look-up answers show only where the software gives the extension.
/// </summary>
public static class LltpPresence
{
    const string Missing = "không tìm thấy";

    /// <param name="carried">What the delivery carries, where that tells it from others of its kind.</param>
    public static Presence Of(Outgoing delivery, Content? carried, LltpStatus? said) => said switch
    {
        not null when IsMissing(said) => Presence.NotArrived,
        { Status: "0" } when delivery.Kind == MessageKind.LltpDossier => Presence.Arrived,
        { Status: "0", Held: { } held } => Shows(delivery, carried, held),
        _ => Presence.CannotSay,
    };

    /// <summary>The software says that it does not have the dossier.</summary>
    public static bool IsMissing(LltpStatus said) =>
        said.Status == "1" && ReplyRow.Normalise(said.Description).Contains(Missing, StringComparison.Ordinal);

    static Presence Shows(Outgoing delivery, Content? carried, LltpHeld held) => delivery.Kind switch
    {
        MessageKind.LltpUpdate => When(held.Version >= delivery.Dossier.Version),
        MessageKind.LltpPause => When(held.Paused),
        MessageKind.LltpStop => When(held.Closed == delivery.Dossier.State),
        MessageKind.LltpLookupResult when carried is LookupAnswer answered =>
            When(held.Answers.Any(answer => answer.LookupId == delivery.Reference && answer.AnswerNo >= answered.AnswerNo)),
        MessageKind.LltpDecision when carried is CertificateDecision decision => When(held.Decisions.Contains(decision.Number)),
        _ => Presence.CannotSay,
    };

    static Presence When(bool shows) => shows ? Presence.Arrived : Presence.NotArrived;
}
