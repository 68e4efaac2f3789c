namespace LLTP.Hub.Scheduler;

/// <summary>One thing the hub does on its own: when (Quartz cron, time of Vietnam) and what for.</summary>
public sealed record Entry(Type Job, string Cron, string Purpose);

/// <summary>Everything the hub does on its own, and when.</summary>
public static class Timetable
{
    public static TimeZoneInfo Vietnam { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new(typeof(DeliverDueSweep), "0/5 * * * * ?", "finds due deliveries whose wake-up was missed, and leases whose holder died"),
        new(typeof(PollResults), "* * * * * ?", "asks for results where a partner's contract tells nothing by itself"),
        new(typeof(FetchRevocationLists), "0 */10 * * * ?", "fetches revocation lists: files each time, addresses when they are due"),
        new(typeof(WatchCertificates), "0 5 7 * * ?", "says which certificates and revocation lists end soon: 60, 30 and 7 days before"),
    ];
}
