using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Tthc;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Whether a delivery shows in what the TTHC system holds of its dossier (GET dossiers/{number}).</summary>
public static class TthcPresence
{
    const int NotFound = 404;

    /// <param name="number">Number of the certificate or decision that the delivery carries, where it carries one.</param>
    public static Presence Of(Outgoing delivery, string? number, PartnerAnswer answer) => answer.Status switch
    {
        200 when TthcMap.ReadHeld(answer.Body) is { } held && held.Number == delivery.Dossier.Number => Of(delivery, number, held),
        // Only the contract's own problem document says that the dossier is not there; a gateway says 404 too.
        NotFound when TthcMap.ReadReply(answer.Body) is { Code: not null } => Presence.NotArrived,
        _ => Presence.CannotSay,
    };

    static Presence Of(Outgoing delivery, string? number, HeldDossier held) => delivery.Kind switch
    {
        MessageKind.TthcDossier => held.Version >= delivery.Dossier.Version ? Presence.Arrived : Presence.NotArrived,
        MessageKind.TthcProgress => Among(held.Progress, delivery.Dossier.EventId),
        MessageKind.TthcCertificate => Among(held.Certificates, number),
        MessageKind.TthcDecision => Among(held.Decisions, number),
        _ => Presence.CannotSay,
    };

    static Presence Among(IReadOnlyList<string>? held, string? one) =>
        held is null || one is null ? Presence.CannotSay : held.Contains(one) ? Presence.Arrived : Presence.NotArrived;
}
