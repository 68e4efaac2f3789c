using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Whether a partner takes messages at a time: its closing hours, by the clocks of Asia/Ho_Chi_Minh, and announced maintenance. Pure.</summary>
public static class SendingHours
{
    // A calendar without any opening within this time is treated as closed for so long; then it is looked at again.
    const int MostClosures = 64;

    /// <summary>When the partner opens again, closures that touch each other taken together; null when it is open.</summary>
    public static DateTimeOffset? ClosedUntil(DeliveryOptions options, DateTimeOffset now)
    {
        var open = now;
        for (var count = 0; count < MostClosures && Ends(options, open) is { } end; count++)
            open = end;
        return open == now ? null : open;
    }

    static DateTimeOffset? Ends(DeliveryOptions options, DateTimeOffset at)
    {
        var ends = options.Maintenance.Where(window => window.From <= at && at < window.To).Select(window => window.To)
            .Concat(options.Closures.SelectMany(closure => Windows(closure, at)).Where(window => window.From <= at && at < window.To).Select(window => window.To))
            .ToList();
        return ends.Count == 0 ? null : ends.Max();
    }

    // A closure that began yesterday may still last.
    static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Windows(ClosureOptions closure, DateTimeOffset at)
    {
        var local = Clock.Vietnam(at.Ms());
        foreach (var day in new[] { DateOnly.FromDateTime(local.Date).AddDays(-1), DateOnly.FromDateTime(local.Date) })
            if (closure.Days.Count == 0 || closure.Days.Contains(day.DayOfWeek))
                yield return (new(day, closure.From, local.Offset), new(closure.To > closure.From ? day : day.AddDays(1), closure.To, local.Offset));
    }
}
