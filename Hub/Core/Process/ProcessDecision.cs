using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Process;

/// <summary>What an allowed event changes.</summary>
public sealed record Change(
    ProcessRow Row, DossierState To, int? Step, DateTimeOffset? AcceptedAt, DateOnly? DueDate, bool DueDateChanged,
    IReadOnlyList<Owed> Owes, IReadOnlyList<Cancellation> Cancels);

/// <summary>A delivery that nobody needs any more, and why.</summary>
public sealed record Cancellation(string DeliveryId, string Reason);

/// <summary>The process table applied to one dossier: pure, so that every case can be tabled in a test.</summary>
public static class ProcessDecision
{
    /// <summary>Null when the event is not allowed now.</summary>
    public static Change? Of(DossierFile file, EventKind on, string from, Content? content, DateTimeOffset at, DueDates dueDates)
    {
        if (file.Process.Find(file.State, on, from) is not { } row || (row.UnlessPaper && file.Row.Paper))
            return null;

        var to = row.StateAfter(file.State);
        var due = dueDates.After(file, on, content, at);
        var dueChanged = due != file.Row.Due && to == DossierState.InProcess;
        var cancels = Cancels(file, on, to).ToList();
        var remaining = file with { Deliveries = [.. file.Deliveries.Where(d => cancels.All(cancel => cancel.DeliveryId != d.Id))] };
        var owes = row.Owes.Where(owed => Hears(file, owed.Partner) && IsOwed(owed.When, remaining, dueChanged))
            .SelectMany(owed => Targets(owed, remaining)).ToList();
        return new(row, to, row.Step ?? file.Row.Step, on == EventKind.Accepted ? file.Row.Accepted ?? at : null, due, dueChanged, owes, cancels);
    }

    // VNeID does not know dossiers that were not submitted there.
    static bool Hears(DossierFile file, string partner) => partner != Partner.Vneid || file.Row.Origin == Partner.Vneid;

    static bool IsOwed(When when, DossierFile file, bool dueChanged) => when switch
    {
        When.LltpHasDossier => file.LltpHasDossier,
        When.LltpLacksDossier => !file.LltpHasDossier,
        When.LookupOpen => file.LookupOpen,
        When.DueDateChanged => dueChanged,
        When.CertificateInForce => file.Certificate is not { IsEnded: true },
        When.CertificateEnded => file.Certificate is { IsEnded: true },
        When.ContentHeld => file.HoldsContent,
        _ => true,
    };

    // Every open look-up is cancelled by itself. One that never left the hub ends with its delivery: V06 has nothing to cancel.
    static IEnumerable<Owed> Targets(Owed owed, DossierFile file) => owed.Kind != MessageKind.V06Cancel
        ? [owed]
        : file.Lookups.Where(lookup => lookup.State == LookupState.Open && file.Deliveries.Any(delivery => delivery.Id == lookup.Delivery))
            .Select(lookup => owed with { Reference = lookup.Delivery });

    static IEnumerable<Cancellation> Cancels(DossierFile file, EventKind on, DossierState to) => file.Deliveries
        .Where(delivery => delivery.NeverAttempted || delivery.NeverArrived)
        .Where(delivery => ProcessTable.IsClosed(to) ? IsNeedless(file, delivery) : on == EventKind.Resubmitted && IsSuperseded(file, delivery))
        .Select(delivery => new Cancellation(delivery.Id, ProcessTable.IsClosed(to) ? on.ToString() : "Superseded"));

    static bool IsNeedless(DossierFile file, DeliveryRow delivery) => MessageKind.IsContent(delivery.Kind) || IsIdlePause(file, delivery);

    static bool IsSuperseded(DossierFile file, DeliveryRow delivery) => MessageKind.IsVersion(delivery.Kind) || IsIdlePause(file, delivery);

    /// <summary>The pause of a dossier that the LLTP software never got.</summary>
    static bool IsIdlePause(DossierFile file, DeliveryRow delivery) => delivery.Kind == MessageKind.LltpPause && !file.LltpMayHaveDossier;
}
