using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What one attempt says about the partner's line.</summary>
public enum LineSign
{
    /// <summary>The partner answered, whatever it said.</summary>
    Answered,

    /// <summary>Nobody was there, or only a proxy.</summary>
    Failed,

    /// <summary>Nothing was sent: the line was not tried.</summary>
    Silent,
}

/// <summary>
/// Whether a partner is sent to: closed; open after failures in a row; half-open while one delivery looks whether the partner is back;
/// then twice as many at once every second. Pure.
/// </summary>
public static class Breaker
{
    const int LongestDoubling = 16;

    public static LineSign SignOf(Reply reply) => reply.Transport switch
    {
        Transport.NotMapped => LineSign.Silent,
        Transport.NothingSent or Transport.Broken => LineSign.Failed,
        _ when reply.Status is 502 or 503 or 504 => LineSign.Failed,
        Transport.Unreadable when reply.Status >= 500 => LineSign.Failed,
        _ => LineSign.Answered,
    };

    /// <summary>How many may be on their way at once; 1 of a breaker that is not closed is the one that looks.</summary>
    public static int Room(BreakerRow row, int concurrency, DateTimeOffset now)
    {
        if (!row.IsClosed)
            return row.Until > now.Ms() ? 0 : 1;
        return row.RestoredAt is { } restored ? Math.Min(concurrency, 1 << Doublings(restored, now)) : concurrency;
    }

    /// <summary>When there will be more room; null when there is no more to come.</summary>
    public static DateTimeOffset? NextRoom(BreakerRow row, int concurrency, DateTimeOffset now) => row switch
    {
        { IsClosed: false, Until: { } until } => Clock.Time(until),
        { RestoredAt: { } restored } when Room(row, concurrency, now) < concurrency => Clock.Time(restored).AddSeconds(Doublings(restored, now) + 1),
        _ => null,
    };

    /// <summary>This delivery, sent by this node, is the one that looks whether the partner is back.</summary>
    public static BreakerRow Look(BreakerRow row, string delivery, string node, DateTimeOffset leaseUntil, DateTimeOffset now) => row with
    {
        State = BreakerState.HalfOpen, Probe = delivery, Holder = node, Until = leaseUntil.Ms(), ChangedAt = now.Ms(),
    };

    /// <summary>The row after an attempt; the same row when the attempt changes nothing.</summary>
    public static BreakerRow After(BreakerRow row, string delivery, LineSign sign, BreakerOptions options, DateTimeOffset now) => row.State switch
    {
        BreakerState.Closed => AfterClosed(row, sign, options, now),
        BreakerState.HalfOpen when row.Probe == delivery => sign switch
        {
            LineSign.Answered => row with
            {
                State = BreakerState.Closed, Failures = 0, Breaks = 0, Until = null, Probe = null, Holder = null, RestoredAt = now.Ms(), ChangedAt = now.Ms(),
            },
            LineSign.Failed => Open(row with { Breaks = row.Breaks + 1 }, options, now),
            _ => row with { State = BreakerState.Open, Probe = null, Holder = null, Until = now.Ms(), ChangedAt = now.Ms() },
        },
        _ => row,
    };

    static BreakerRow AfterClosed(BreakerRow row, LineSign sign, BreakerOptions options, DateTimeOffset now) => sign switch
    {
        LineSign.Failed when row.Failures + 1 >= options.Failures => Open(row with { Failures = row.Failures + 1 }, options, now),
        LineSign.Failed => row with { Failures = row.Failures + 1 },
        LineSign.Answered when row.Failures > 0 => row with { Failures = 0 },
        _ => row,
    };

    static BreakerRow Open(BreakerRow row, BreakerOptions options, DateTimeOffset now)
    {
        var wait = options.FirstBreak * Math.Pow(2, Math.Min(row.Breaks, LongestDoubling));
        return row with
        {
            State = BreakerState.Open, Probe = null, Holder = null, RestoredAt = null, ChangedAt = now.Ms(),
            Until = (now + (wait > options.LongestBreak ? options.LongestBreak : wait)).Ms(),
        };
    }

    static int Doublings(long restored, DateTimeOffset now) => (int)Math.Clamp((now.Ms() - restored) / 1000, 0, LongestDoubling);
}
