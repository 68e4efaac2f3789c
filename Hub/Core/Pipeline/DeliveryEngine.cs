using System.Collections.Concurrent;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Hosting;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>One worker per partner: woken by commits, it claims what is due and keeps up to the partner's concurrency in flight.</summary>
public sealed class DeliveryEngine(
    MessagePipeline pipeline, PartnerRegistry partners, WakeUps wakeUps, PipelineSettings settings, CoreLog log)
    : BackgroundService
{
    const long LargePayload = 1 << 20;
    const int LargeAtOnce = 2;
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim large = new(LargeAtOnce);
    readonly ConcurrentDictionary<string, DeliveryRow> inFlight = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var configured = partners.All.Where(adapter => adapter.IsConfigured).Select(adapter => adapter.Descriptor.Partner).ToList();
        await Task.WhenAll([.. configured.Select(partner => WorkAsync(partner, stoppingToken)), .. configured.Select(partner => KeepLeasesAsync(partner, stoppingToken))]);
    }

    /// <summary>Renews the leases of what is still in flight, at half their time: an attempt may wait for its turn among the large ones.</summary>
    async Task KeepLeasesAsync(string partner, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(settings.LeaseOf(partner) / 2, settings.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                await RenewAsync(partner, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The hub stops: leases end by themselves.
        }
    }

    async Task RenewAsync(string partner, CancellationToken stopping)
    {
        try
        {
            await pipeline.RenewAsync([.. inFlight.Values.Where(delivery => delivery.Partner == partner)], stopping);
        }
        catch (System.Data.Common.DbException failure)
        {
            log.WorkerFailed(partner, failure);
        }
    }

    async Task WorkAsync(string partner, CancellationToken stopping)
    {
        await Task.Yield();
        var slots = new Slots(settings.DeliveryOf(partner).Concurrency, () => wakeUps.Wake(partner));
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
            slots.Start(() => DeliverAllAsync(delivery, stopping));
        if (claimed.Count == 0 || slots.Free == 0)
            await wakeUps.WaitAsync(partner, Idle, stopping);
    }

    async Task DeliverAllAsync(DeliveryRow first, CancellationToken stopping)
    {
        for (var delivery = first; delivery is not null && !stopping.IsCancellationRequested;)
            delivery = await DeliverAsync(delivery, stopping);
    }

    // The one catch-all of the core: a bug in one delivery must not stop the others. Its lease ends, and it is tried again.
    async Task<DeliveryRow?> DeliverAsync(DeliveryRow delivery, CancellationToken stopping)
    {
        var isLarge = delivery.Size > LargePayload;
        inFlight[delivery.Id] = delivery;
        if (isLarge)
            await large.WaitAsync(stopping);
        try
        {
            return await pipeline.DeliverAsync(delivery, andClaim: true, stopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.DeliveryFailed(delivery.Id, delivery.Kind, failure);
            return null;
        }
        finally
        {
            inFlight.TryRemove(delivery.Id, out _);
            if (isLarge)
                large.Release();
        }
    }
}
