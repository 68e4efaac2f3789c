using System.Collections.Concurrent;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Sharing;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Counts sends against the partners' rates, all nodes together; without contact between the nodes each counts for itself.</summary>
public sealed class Rates(ISharing sharing, TimeProvider clock)
{
    readonly ConcurrentDictionary<string, DateTimeOffset> exhausted = new();

    /// <summary>When the rate of a partner lets something through again; null when it does now.</summary>
    public DateTimeOffset? ExhaustedUntil(string partner) =>
        exhausted.TryGetValue(partner, out var until) && until > clock.GetUtcNow() ? until : null;

    /// <summary>Takes as many sends as all windows of the partner still have, at most those wanted.</summary>
    public async Task<RateGrant> TakeAsync(string partner, IReadOnlyList<RateOptions> rates, int wanted)
    {
        var granted = new List<(RateWindow Window, int Count)>();
        var least = wanted;
        foreach (var window in rates.Select(rate => RateWindow.Of(partner, rate, clock.GetUtcNow())))
        {
            least = await sharing.TakeAsync(window, least);
            granted.Add((window, least));
            if (least == 0)
                exhausted[partner] = window.Ends;
        }
        foreach (var (window, count) in granted)
            sharing.Return(window, count - least);
        return new(least, [.. granted.Select(one => one.Window)], least == 0 ? ExhaustedUntil(partner) : null);
    }

    /// <summary>Gives back what was not used after all.</summary>
    public void Return(RateGrant grant, int count)
    {
        foreach (var window in grant.Windows)
            sharing.Return(window, count);
    }
}

/// <summary>Sends that may happen now; none until a time when a window is exhausted.</summary>
public sealed record RateGrant(int Count, IReadOnlyList<RateWindow> Windows, DateTimeOffset? Until);
