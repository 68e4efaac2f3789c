using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>
/// Deliveries that were given up although they may have arrived: nothing wakes them any more. Where the partner says that it has one,
/// the delivery is done and its work item closed; what did not arrive stays with people, and is never sent from here.
/// </summary>
public sealed class UnansweredDeliveries(
    Database database, PartnerRegistry partners, OutgoingMail mail, Outcome outcome, WakeUps wakeUps, PipelineSettings settings)
{
    const int AtOnce = 100;

    /// <summary>Asks about the oldest; returns how many proved to have arrived.</summary>
    public async Task<int> AskAsync(CancellationToken cancellation)
    {
        var proved = 0;
        foreach (var delivery in await database.ReadAsync(work => work.UnansweredAsync(AtOnce), cancellation))
            if (await ArrivedAsync(delivery, cancellation) && await ProveAsync(delivery))
                proved++;
        return proved;
    }

    async Task<bool> ArrivedAsync(DeliveryRow delivery, CancellationToken cancellation)
    {
        var adapter = partners.Find(delivery.Partner);
        if (!adapter.IsConfigured || !settings.MayAsk(adapter) || adapter is not IAskablePartner askable)
            return false;
        var (outgoing, _) = await mail.PrepareAsync(delivery, cancellation);
        return (await askable.AskAsync(outgoing, cancellation)).Presence == Presence.Arrived;
    }

    async Task<bool> ProveAsync(DeliveryRow delivery)
    {
        var woken = await database.WriteAsync(async work =>
        {
            // A person may have decided meanwhile.
            if (await work.DeliveryAsync(delivery.Id) is not { State: DeliveryState.Parked } current || current.Attempt != delivery.Attempt)
                return (IReadOnlyList<string>)[];
            var partnersToWake = await outcome.ProveAsync(work, [current]);
            await work.CloseWorkItemsOfAsync(delivery.Id, nameof(WorkItemKind.GaveUp), settings.Clock.GetUtcNow().Ms());
            return [.. partnersToWake, delivery.Partner];
        }, CancellationToken.None);
        wakeUps.Wake(woken);
        return woken.Count > 0;
    }
}
