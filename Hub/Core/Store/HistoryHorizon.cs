using System.Diagnostics;

namespace LLTP.Hub.Core.Store;

/// <summary>
/// The place in the history up to which nothing can come in between any more. PostgreSQL counts places up before the commit, so a later one
/// may be seen while an earlier one is still on its way; who reads by place goes no further than this.
/// </summary>
/// <remarks>Holds because every transaction has written or locked a row (has a number of its own) before it appends to the history.</remarks>
public sealed class HistoryHorizon(Database database)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    long known;

    /// <summary>Waits shortly for the transactions that were open when it was called; with one that stays open, the last known place.</summary>
    public async Task<long> ReadAsync(CancellationToken cancellation)
    {
        if (!database.Dialect.HasManyWriters)
            return long.MaxValue;
        var newest = await NumberAsync("SELECT COALESCE(max(seq), 0) FROM event", cancellation);
        // A number taken after the newest place was seen: whoever holds an earlier place has a lower one.
        var taken = await NumberAsync("SELECT pg_current_xact_id()::text::bigint", cancellation);
        var started = Stopwatch.GetTimestamp();
        while (await NumberAsync("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", cancellation) < taken)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                return Interlocked.Read(ref known);
            await Task.Delay(Pause, cancellation);
        }
        return Advance(newest);
    }

    Task<long> NumberAsync(string sql, CancellationToken cancellation) => database.ReadAsync(work => work.FirstAsync<long>(sql), cancellation);

    long Advance(long newest)
    {
        for (var seen = Interlocked.Read(ref known); seen < newest; seen = Interlocked.Read(ref known))
            Interlocked.CompareExchange(ref known, newest, seen);
        return newest;
    }
}
