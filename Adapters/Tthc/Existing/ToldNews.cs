using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>What a state that a TTHC system of today tells means for a dossier as it stands here. Pure.</summary>
/// <param name="On">The event; null: not to be taken now.</param>
/// <param name="Wait">Nothing can be said before it is known whether the newest version arrived there: the system is told to come back.</param>
public sealed record ToldNews(EventKind? On, bool Wait = false)
{
    static ToldNews Refused { get; } = new((EventKind?)null);

    static ToldNews Echo { get; } = new(EventKind.Shown);

    public static ToldNews Of(TthcStand stand, int told) => Of((DossierState)stand.Dossier.State, stand, (DossierState)told);

    static ToldNews Of(DossierState here, TthcStand stand, DossierState told) => told switch
    {
        // It has to show 5 before it takes a supplement that the LLTP software asked for: a person told it.
        DossierState.SupplementAsked when stand.Untold > 0 => Echo,
        DossierState.Accepted or DossierState.Refused or DossierState.SupplementAsked when here == DossierState.Registered => stand.Held switch
        {
            VersionHeld.Yes => new(Decided(told)),
            VersionHeld.No => Echo,
            _ => new(null, Wait: true),
        },
        DossierState.SupplementAsked when here is DossierState.Accepted or DossierState.InProcess => new(EventKind.SupplementAsked),
        DossierState.Accepted or DossierState.SupplementAsked or DossierState.InProcess => Echo,
        DossierState.Withdrawn or DossierState.Stopped when IsOpen(here) => new(Decided(told)),
        DossierState.HandedOver when here == DossierState.Finished => new(EventKind.HandedOver),
        DossierState.Finished when here == DossierState.HandedOver => Echo,
        _ => told == here ? Echo : Refused,
    };

    static EventKind Decided(DossierState told) => told switch
    {
        DossierState.Accepted => EventKind.Accepted,
        DossierState.Refused => EventKind.Refused,
        DossierState.Withdrawn => EventKind.Withdrawn,
        DossierState.Stopped => EventKind.Stopped,
        _ => EventKind.SupplementAsked,
    };

    static bool IsOpen(DossierState here) =>
        here is DossierState.Registered or DossierState.Accepted or DossierState.InProcess or DossierState.SupplementAsked;
}
