using System.Collections.Concurrent;
using LLTP.Hub.Core.Sharing;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Tells the partner's worker at once that something is due; a wake-up that nobody waits for is remembered.</summary>
public sealed class WakeUps
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> signals = new();
    readonly ISharing sharing;
    readonly TimeProvider clock;

    public WakeUps(ISharing sharing, TimeProvider clock)
    {
        (this.sharing, this.clock) = (sharing, clock);
        sharing.Listen(Wake);
    }

    /// <summary>Wakes the worker of this process.</summary>
    public void Wake(string partner)
    {
        var signal = Signal(partner);
        lock (signal)
        {
            if (signal.CurrentCount == 0)
                signal.Release();
        }
    }

    /// <summary>Wakes the workers of all processes.</summary>
    public void Wake(IEnumerable<string> partners)
    {
        foreach (var partner in partners.Distinct())
        {
            Wake(partner);
            sharing.Wake(partner);
        }
    }

    public async Task WaitAsync(string partner, TimeSpan atMost, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellation);
        try
        {
            await Signal(partner).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over, and nothing came.
        }
    }

    SemaphoreSlim Signal(string partner) => signals.GetOrAdd(partner, _ => new SemaphoreSlim(0));
}
