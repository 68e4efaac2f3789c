using System.Diagnostics;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Load;

/// <summary>
/// What the look-ups of the hot path cost on databases of different sizes: the median of a round in microseconds, look-ups in a transaction
/// of their own, claims without the commit. Warm: the keys were read before. The sizes take turns, and of each the best round counts: what
/// else the machine does meets them all alike.
/// </summary>
public sealed class HotPath(Database database, long count)
{
    const int Keys = 300;
    const int Claims = 30;
    const int ClaimedAtOnce = 8;
    const long Lease = 60_000;

    readonly ManyMessages messages = new(database, count);
    readonly long[] keys = [.. Enumerable.Repeat(new Random(7), Keys).Select(random => random.NextInt64(count))];

    /// <summary>The size in messages.</summary>
    public long Count => count;

    public static IReadOnlyList<string> Operations { get; } = ["claim of 8", "duplicate by key", "duplicate by content", "dossier by number", "dossier with history"];

    /// <summary>The best round of each operation (row) at each size (column).</summary>
    public static async Task<double[][]> MeasureAsync(IReadOnlyList<HotPath> sizes, int rounds)
    {
        double[][] best = [.. Operations.Select(_ => sizes.Select(_ => double.MaxValue).ToArray())];
        for (var round = 0; round <= rounds; round++)
            for (var operation = 0; operation < best.Length; operation++)
                for (var size = 0; size < sizes.Count; size++)
                {
                    var cost = await sizes[size].RunAsync(operation);
                    // The first round warms.
                    if (round > 0)
                        best[operation][size] = Math.Min(best[operation][size], cost);
                }
        return best;
    }

    Task<double> RunAsync(int operation) => operation switch
    {
        0 => database.WriteAsync(ClaimAsync, CancellationToken.None),
        1 => EachKeyAsync(async (work, key) => await work.SeenAsync(Partner.Tthc, ManyMessages.Key(key)) is not null),
        2 => EachKeyAsync(async (work, key) => await work.VersionByContentAsync(ManyMessages.Number(key), messages.Hash(key, 'c')) is not null),
        3 => EachKeyAsync(async (work, key) => await work.DossierAsync(ManyMessages.Number(key)) is not null),
        _ => EachKeyAsync(async (work, key) => await HistoryAsync(work, ManyMessages.Number(key))),
    };

    // Inside its transaction: the commit costs the same at any size, and much more.
    Task<double> ClaimAsync(Work work) => MedianAsync(Claims, async _ =>
    {
        var claimed = await work.ClaimAsync(Partner.Tthc, ClaimedAtOnce, ManyMessages.At(count), ManyMessages.At(count) + Lease, "node");
        return claimed.Count == ClaimedAtOnce;
    });

    Task<double> EachKeyAsync(Func<Work, long, Task<bool>> look) =>
        MedianAsync(Keys, index => database.ReadAsync(work => look(work, keys[index]), CancellationToken.None));

    static async Task<double> MedianAsync(int times, Func<int, Task<bool>> operation)
    {
        var costs = new double[times];
        for (var index = 0; index < times; index++)
        {
            var started = Stopwatch.GetTimestamp();
            if (!await operation(index))
                throw new InvalidOperationException("It found less than there must be.");
            costs[index] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }
        Array.Sort(costs);
        return costs[times / 2];
    }

    static async Task<bool> HistoryAsync(Work work, string number) =>
        await work.DossierAsync(number) is not null && (await work.DisplaysAsync(number)).Count == 1
        && (await work.EventsOfAsync(number)).Count == 1 && (await work.DeliveriesOfAsync(number)).Count == 1;
}
