using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Hosting;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>One worker per partner: woken by commits, it claims what is due and keeps up to the partner's concurrency in flight.</summary>
public sealed class DeliveryEngine(
    MessagePipeline pipeline, PartnerRegistry partners, Database database, WakeUps wakeUps, PipelineSettings settings, CoreLog log)
    : BackgroundService
{
    const long LargePayload = 1 << 20;
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim large = new(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(partners.All.Where(adapter => adapter.IsConfigured).Select(adapter => WorkAsync(adapter.Descriptor.Partner, stoppingToken)));

    async Task WorkAsync(string partner, CancellationToken stopping)
    {
        await Task.Yield();
        var slots = new Slots(settings.DeliveryOf(partner).Concurrency);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ClaimAndStartAsync(partner, slots, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            // The worker must outlive a database that is busy or briefly gone.
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                log.WorkerFailed(partner, failure);
                await Task.Delay(TimeSpan.FromSeconds(1), settings.Clock, stopping);
            }
        }
        await slots.EmptyAsync();
    }

    async Task ClaimAndStartAsync(string partner, Slots slots, CancellationToken stopping)
    {
        var claimed = slots.Free == 0 ? [] : await pipeline.ClaimAsync(partner, slots.Free, stopping);
        foreach (var delivery in claimed)
            slots.Start(async () =>
            {
                await DeliverAsync(delivery, stopping);
                wakeUps.Wake(partner);
            });
        if (claimed.Count == 0)
            await wakeUps.WaitAsync(partner, await UntilNextAsync(partner, slots, stopping), stopping);
    }

    async Task<TimeSpan> UntilNextAsync(string partner, Slots slots, CancellationToken stopping)
    {
        if (slots.Free == 0 || await database.ReadAsync(work => work.NextDueAsync(partner), stopping) is not { } due)
            return Idle;
        var wait = Clock.Time(due) - settings.Clock.GetUtcNow();
        return wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait > Idle ? Idle : wait;
    }

    // The one catch-all of the core: a bug in one delivery must not stop the others. Its lease ends, and it is tried again.
    async Task DeliverAsync(DeliveryRow delivery, CancellationToken stopping)
    {
        var isLarge = delivery.Size > LargePayload;
        if (isLarge)
            await large.WaitAsync(stopping);
        try
        {
            await pipeline.DeliverAsync(delivery, stopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.DeliveryFailed(delivery.Id, delivery.Kind, failure);
        }
        finally
        {
            if (isLarge)
                large.Release();
        }
    }
}
