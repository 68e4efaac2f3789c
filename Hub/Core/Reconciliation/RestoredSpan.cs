using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>
/// Reconciles what a restored backup lost, while deliveries are held: every partner that can be asked, every day of the span. Goes on where
/// it stood after a kill or a partner's outage; when nothing is left to ask, a person may lift the hold.
/// </summary>
public sealed class RestoredSpan(Database database, PartnerRegistry partners, Reconciler reconciler, RestoreMark mark)
{
    /// <summary>Asks what was not answered yet; null when nothing waits to be reconciled, else whether all of it is now.</summary>
    public async Task<bool?> RunAsync(CancellationToken cancellation)
    {
        if (await mark.ReadAsync(cancellation) is not { IsReconciled: false } span)
            return null;
        var isWhole = true;
        foreach (var partner in partners.All.Where(adapter => adapter is IHoldingPartner).Select(adapter => adapter.Descriptor.Partner))
            foreach (var day in DaysOf(span))
                isWhole &= await IsDoneAsync(partner, day, span, cancellation)
                    || (await reconciler.RunAsync(partner, day, cancellation)).Unanswered == 0;
        if (isWhole)
            await mark.ReconciledAsync(span.Id, cancellation);
        return isWhole;
    }

    Task<bool> IsDoneAsync(string partner, DateOnly day, LostSpan span, CancellationToken cancellation) => database.ReadAsync(
        async work => await work.ReconciliationAsync(partner, ((DateOnly?)day).Text() ?? "") is { Unanswered: 0 } row
            && row.At >= span.To.Ms(),
        cancellation);

    static IEnumerable<DateOnly> DaysOf(LostSpan span)
    {
        var last = DateOnly.FromDateTime(Clock.Vietnam(span.To.Ms()).Date);
        for (var day = DateOnly.FromDateTime(Clock.Vietnam(span.From.Ms()).Date); day <= last; day = day.AddDays(1))
            yield return day;
    }
}
