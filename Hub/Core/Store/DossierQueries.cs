using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Store;

/// <summary>Reads for doors, operations and people; never changes anything.</summary>
public sealed class DossierQueries(Database database, HistoryHorizon horizon)
{
    /// <summary>The dossier that a look-up request belongs to; null when the hub never sent that request.</summary>
    public async Task<string?> DossierOfRequestAsync(string requestId, CancellationToken cancellation) =>
        (await database.ReadAsync(work => work.LookupByDeliveryAsync(requestId), cancellation))?.Dossier;

    public Task<DossierRow?> FindAsync(string number, CancellationToken cancellation) =>
        database.ReadAsync(work => work.DossierAsync(number), cancellation);

    public Task<DossierView?> ViewAsync(string number, CancellationToken cancellation) => database.ReadAsync<DossierView?>(async work =>
        await work.DossierAsync(number) is { } row
            ? new(row, await work.DisplaysAsync(number), await work.EventsOfAsync(number), await work.DeliveriesOfAsync(number))
            {
                Certificates = await work.CertificatesAsync(number), Decisions = await work.DecisionsAsync(number),
            }
            : null, cancellation);

    /// <summary>
    /// Dossiers that changed after a place in the history, oldest change first. A change is shown only when no earlier place can still
    /// be taken by a transaction on its way: who goes on after the last one misses nothing.
    /// </summary>
    /// <param name="since">Of the last event.</param>
    /// <param name="after">The place.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="tthc">Only those of this TTHC system; null: all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<DossierRow>> ChangedAsync(DateTimeOffset since, long after, int limit, string? tthc, CancellationToken cancellation)
    {
        var last = await horizon.ReadAsync(cancellation);
        return await database.ReadAsync(async work => await work.ChangedAsync(
            Math.Max(after, await work.PlaceBeforeAsync(since.Ms())), last, since.Ms(), tthc, limit), cancellation);
    }

    public Task<IReadOnlyList<DeliveryRow>> OpenDeliveriesAsync(string? state, int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.OpenDeliveriesAsync(state, limit), cancellation);

    public Task<IReadOnlyList<BreakerRow>> BreakersAsync(CancellationToken cancellation) =>
        database.ReadAsync(work => work.BreakersAsync(), cancellation);

    public Task<IReadOnlyList<BreakerChange>> BreakerChangesAsync(string partner, int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.BreakerChangesAsync(partner, limit), cancellation);

    public Task<IReadOnlyList<WorkItemRow>> WorkItemsAsync(int limit, CancellationToken cancellation, string? kind = null, bool closed = false) =>
        database.ReadAsync(work => work.WorkItemsAsync(limit, kind, closed), cancellation);

    public Task<IReadOnlyList<RefusalRow>> RefusalsAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.RefusalsAsync(limit), cancellation);

    /// <summary>Whether the database answers.</summary>
    public Task<long> PingAsync(CancellationToken cancellation) => database.ReadAsync(work => work.FirstAsync<long>("SELECT 1"), cancellation);
}

/// <summary>One dossier with its history, for people.</summary>
public sealed record DossierView(
    DossierRow Dossier, IReadOnlyList<DisplayRow> Displays, IReadOnlyList<EventRow> Events, IReadOnlyList<DeliveryRow> Deliveries)
{
    public IReadOnlyList<CertificateRow> Certificates { get; init; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];
}
