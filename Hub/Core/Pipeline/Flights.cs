using System.Collections.Concurrent;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Claimed deliveries of this process until their end: begun, renewed, and handed back when the hub stops.</summary>
public sealed class Flights(MessagePipeline pipeline, Claims claims, CoreLog log) : IDisposable
{
    const long LargePayload = 1 << 20;
    const int LargeAtOnce = 2;

    readonly SemaphoreSlim large = new(LargeAtOnce);
    readonly ConcurrentDictionary<string, DeliveryRow> waiting = new();
    readonly ConcurrentDictionary<string, DeliveryRow> begun = new();
    readonly CancellationTokenSource stopping = new();
    readonly CancellationTokenSource breakOff = new();

    public void Stop(TimeSpan patience)
    {
        stopping.Cancel();
        breakOff.CancelAfter(patience);
    }

    /// <summary>Carries out a claimed delivery and those that are claimed after it.</summary>
    public async Task FlyAsync(DeliveryRow first)
    {
        for (var delivery = first; delivery is not null;)
            delivery = await OnceAsync(delivery);
    }

    public async Task RenewAsync(string partner, CancellationToken cancellation)
    {
        DeliveryRow[] held = [.. waiting.Values.Concat(begun.Values).Where(delivery => delivery.Partner == partner)];
        if (held.Length > 0)
            await claims.RenewAsync(held, cancellation);
    }

    /// <summary>Gives back what this process still holds; what was broken off may have arrived.</summary>
    public async Task HandBackAsync()
    {
        DeliveryRow[] unbegun = [.. waiting.Values], brokenOff = [.. begun.Values];
        if (unbegun.Length + brokenOff.Length == 0)
            return;
        await claims.HandBackAsync(unbegun, brokenOff);
        log.HandedBack(unbegun.Length, brokenOff.Length);
    }

    public void Dispose()
    {
        large.Dispose();
        stopping.Dispose();
        breakOff.Dispose();
    }

    // The one catch-all of the core: a bug in one delivery must not stop the others. Its lease ends, and it is tried again.
    async Task<DeliveryRow?> OnceAsync(DeliveryRow delivery)
    {
        var isLarge = delivery.Size > LargePayload;
        waiting[delivery.Id] = delivery;
        if (isLarge)
            await large.WaitAsync(stopping.Token);
        stopping.Token.ThrowIfCancellationRequested();
        begun[delivery.Id] = delivery;
        waiting.TryRemove(delivery.Id, out _);
        try
        {
            var next = await pipeline.DeliverAsync(delivery, () => !stopping.IsCancellationRequested, breakOff.Token);
            begun.TryRemove(delivery.Id, out _);
            return next;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            begun.TryRemove(delivery.Id, out _);
            log.DeliveryFailed(delivery.Id, delivery.Kind, failure);
            return null;
        }
        finally
        {
            if (isLarge)
                large.Release();
        }
    }
}
