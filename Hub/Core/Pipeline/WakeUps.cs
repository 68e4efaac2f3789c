using System.Collections.Concurrent;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Tells the partner's worker at once that something is due; a wake-up that nobody waits for is remembered.</summary>
public sealed class WakeUps
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

    public Task WaitAsync(string partner, TimeSpan atMost, CancellationToken cancellation) => Signal(partner).WaitAsync(atMost, cancellation);

    SemaphoreSlim Signal(string partner) => signals.GetOrAdd(partner, _ => new SemaphoreSlim(0));
}
