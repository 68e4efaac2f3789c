using System.Data.Common;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>One worker per partner: woken by commits, it claims what may be begun and keeps up to the partner's concurrency in flight.</summary>
public sealed class DeliveryEngine(
    MessagePipeline pipeline, Flights flights, PartnerRegistry partners, WakeUps wakeUps, PipelineSettings settings, CoreLog log, IOptions<StopOptions> stop)
    : BackgroundService
{
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);

    /// <summary>Begins nothing more, lets what is on its way end within the stop's patience, and hands the rest back, due at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        flights.Stop(stop.Value.Patience);
        await base.StopAsync(cancellationToken);
        await flights.HandBackAsync();
    }

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
            // The hub stops: what is on its way ends before its lease or is handed back.
        }
    }

    async Task RenewAsync(string partner, CancellationToken stopping)
    {
        try
        {
            await flights.RenewAsync(partner, stopping);
        }
        catch (DbException failure)
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
            catch (Exception failure) when (failure is DbException or InvalidOperationException)
            {
                log.WorkerFailed(partner, failure);
                await wakeUps.WaitAsync(partner, TimeSpan.FromSeconds(1), stopping);
            }
        }
        await slots.EmptyAsync();
    }

    async Task ClaimAndStartAsync(string partner, Slots slots, CancellationToken stopping)
    {
        // A claim once begun is carried through: what it leased must be known here, or nobody hands it back.
        var claim = slots.Free == 0 ? new([], null) : await pipeline.ClaimAsync(partner, slots.Free, CancellationToken.None);
        foreach (var delivery in claim.Deliveries)
            slots.Start(() => flights.FlyAsync(delivery));
        if (claim.Deliveries.Count == 0 || slots.Free == 0)
            await wakeUps.WaitAsync(partner, Wait(claim.Until), stopping);
    }

    TimeSpan Wait(DateTimeOffset? until)
    {
        var wait = until is { } time ? time - settings.Clock.GetUtcNow() : Idle;
        return wait > Idle ? Idle : wait < Shortest ? Shortest : wait;
    }
}
