using System.Collections.Concurrent;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Tells the partner's worker at once that something is due; a wake-up that nobody waits for is remembered.</summary>
public sealed class WakeUps(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> signals = new();

    public void Wake(string partner)
    {
        var signal = Signal(partner);
        lock (signal)
        {
            if (signal.CurrentCount == 0)
                signal.Release();
        }
    }

    public void Wake(IEnumerable<string> partners)
    {
        foreach (var partner in partners.Distinct())
            Wake(partner);
    }

    /// <summary>Wakes the partner's worker when its delivery is due again.</summary>
    public void WakeAfter(string partner, TimeSpan wait) =>
        Task.Delay(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, clock).ContinueWith(_ => Wake(partner), TaskScheduler.Default);

    public Task WaitAsync(string partner, TimeSpan atMost, CancellationToken cancellation) => Signal(partner).WaitAsync(atMost, cancellation);

    SemaphoreSlim Signal(string partner) => signals.GetOrAdd(partner, _ => new SemaphoreSlim(0));
}
