using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Repair;

/// <summary>Which states a display has to be told, with their true times, before it takes the one that it refused as a jump. Pure.</summary>
public static class MissingStates
{
    /// <summary>The events between the state that the display shows and the owing event of the refused delivery; empty when nothing is missing.</summary>
    /// <param name="history">The dossier's events, oldest first.</param>
    public static IReadOnlyList<EventRow> Between(IReadOnlyList<EventRow> history, int shown, long refusedEvent)
    {
        var changes = history.Where(row => row.Seq < refusedEvent && row.ToState is { } to && to != row.FromState).ToList();
        var known = changes.FindLastIndex(row => row.ToState == shown);
        return known < 0 && shown != (int)DossierState.None ? [] : changes[(known + 1)..];
    }

    /// <summary>The kind of message that tells this display a state; null for partners that take jumps.</summary>
    public static string? KindFor(string partner, int state) => partner switch
    {
        Partner.Vneid => state is (int)DossierState.Finished or (int)DossierState.HandedOver ? MessageKind.VneidResult : MessageKind.VneidState,
        Partner.Dvcqg => MessageKind.DvcqgDossier,
        _ => null,
    };
}
