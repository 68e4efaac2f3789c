using LLTP.Hub.Core.Partners;
using LLTP.Hub.Security;

namespace LLTP.Hub.Scheduler;

/// <summary>Logs what ends soon: each thing at most once per threshold and day (time of Vietnam), however often it is asked.</summary>
public sealed class ExpiryWatch(ExpiryReport report, SchedulerLog log, TimeProvider clock)
{
    readonly Lock gate = new();
    readonly HashSet<(string Owner, string What, int Threshold)> said = [];
    DateOnly day;

    /// <summary>How many things were said now.</summary>
    public int Say()
    {
        lock (gate)
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Timetable.Vietnam).Date);
            if (today != day) said.Clear();
            day = today;
            var news = report().Where(notice => said.Add((notice.Owner, notice.What, notice.Threshold))).ToList();
            news.ForEach(Say);
            return news.Count;
        }
    }

    void Say(ExpiryNotice notice)
    {
        if (notice.Threshold == 0)
            log.Ended(notice.Kind, notice.Owner, notice.What, notice.Ends);
        else
            log.EndsSoon(notice.Kind, notice.Owner, notice.What, notice.Ends, notice.Threshold);
    }
}
