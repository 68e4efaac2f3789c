using System.Globalization;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Dvcqg;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>Whether a delivery shows in the portal's answer to TraCuuHoSo: the state with its due date, or the progress line.</summary>
public static class DvcqgPresence
{
    public static Presence Of(Outgoing delivery, PartnerAnswer answer)
    {
        if (answer is not { Transport: Transport.Readable, Status: 200 } || DvcqgMap.ReadHeld(answer.Body, delivery.Dossier.Number) is not { } said)
            return Presence.CannotSay;
        if (said.Held is not { } held)
            return Presence.NotArrived;
        var shows = delivery.Kind == MessageKind.DvcqgProgress ? held.HasLine(delivery.Dossier) : held.Shows(delivery.Dossier);
        return shows switch { true => Presence.Arrived, false => Presence.NotArrived, null => Presence.CannotSay };
    }

    /// <summary>What the portal shows, in the words that are compared.</summary>
    public static Held Holding(string dossier, PartnerAnswer answer)
    {
        if (answer is not { Transport: Transport.Readable, Status: 200 } || DvcqgMap.ReadHeld(answer.Body, dossier) is not { } said)
            return Held.Silent;
        return said.Held is not { } held ? Held.Absent : Held.As(new(dossier, "", new Dictionary<string, string>
        {
            [HeldField.State] = held.State.ToString(CultureInfo.InvariantCulture),
        }));
    }
}
