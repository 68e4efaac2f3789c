using System.Collections.Concurrent;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Milliseconds from the commit of an owed delivery to its recorded end, the last ten thousand per partner.</summary>
public sealed class HopTimes
{
    const int Kept = 10_000;

    readonly ConcurrentDictionary<string, Ring> rings = new();

    public void Observe(DeliveryRow claimed, Decision decision, DateTimeOffset now)
    {
        if (decision.State == DeliveryState.Delivered)
            rings.GetOrAdd(claimed.Partner, _ => new Ring()).Add(now.Ms() - claimed.OwedAt);
    }

    public IReadOnlyDictionary<string, HopTime> Read() => rings.ToDictionary(pair => pair.Key, pair => pair.Value.Read());

    sealed class Ring
    {
        readonly long[] values = new long[Kept];
        long count;

        public void Add(long value)
        {
            lock (values)
                values[count++ % Kept] = value;
        }

        public HopTime Read()
        {
            lock (values)
            {
                var sorted = values.Take((int)Math.Min(count, Kept)).Order().ToArray();
                return sorted.Length == 0 ? new(0, 0) : new(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)]);
            }
        }
    }
}

/// <summary>Median and 95th percentile in milliseconds.</summary>
public sealed record HopTime(long P50, long P95);
