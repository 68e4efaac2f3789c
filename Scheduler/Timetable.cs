using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Scheduler;

/// <summary>Everything the hub does on its own, and when.</summary>
public static class Timetable
{
    public static TimeZoneInfo Vietnam { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new("deliver-due", typeof(DeliverDueSweep), "0/5 * * * * ?", Place: Place.EachNode) { IsQuiet = true },
        new("ask-unknown", typeof(AskUnknown), "20 5/10 * * * ?") { IsQuiet = true },
        new("poll-lltp", typeof(PollChanges), "0 2/5 * * * ?", Partner: Partner.Lltp) { IsQuiet = true },
        new("poll-results", typeof(PollResults), "* * * * * ?", Partner: Partner.Lltp) { IsQuiet = true },
        new("ask-v06", typeof(Reconcile), "0 10 7-19 * * ?", Partner: Partner.V06),
        new("sync-dvcqg", typeof(SynchronisePortal), "0 40 * * * ?") { IsQuiet = true },
        new("reconcile-tthc", typeof(Reconcile), "0 10 1 * * ?", Missed.RunOnce, Partner: Partner.Tthc),
        new("reconcile-lltp", typeof(Reconcile), "0 30 1 * * ?", Missed.RunOnce, Partner: Partner.Lltp),
        new("reconcile-dvcqg", typeof(Reconcile), "0 50 1 * * ?", Missed.RunOnce, Partner: Partner.Dvcqg),
        new("reconcile-vneid", typeof(Reconcile), "0 5 1 * * ?", Missed.RunOnce, Partner: Partner.Vneid),
        new("reconcile-restored", typeof(ReconcileRestored), "30 * * * * ?") { IsQuiet = true },
        new("revocation-lists", typeof(FetchRevocationLists), "0 */10 * * * ?", Place: Place.EachNode) { IsQuiet = true },
        new("certificates", typeof(WatchCertificates), "0 5 7 * * ?", Missed.RunOnce, Place.EachNode),
        new("deadlines", typeof(WatchDeadlines), "0 5/10 * * * ?") { IsQuiet = true },
        new("purge", typeof(Purge), "0 30 3 * * ?", Missed.RunOnce),
    ];

    public static Entry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);
}
