using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>When a dossier is asked about again: pure, so that its whole course can be tabled.</summary>
public static class PollSchedule
{
    const int MostDoublings = 16;

    /// <summary>Null when nothing is to be learnt any more.</summary>
    /// <param name="since">Since when the dossier is asked about in this state.</param>
    /// <param name="awaits">A decision was reported after the issue: a new certificate is expected.</param>
    /// <param name="failures">Questions in a row, this one included, that got no answer.</param>
    public static DateTimeOffset? Next(
        DossierState state, DateTimeOffset since, int failures, DateTimeOffset now, PollOptions options, bool awaits = false) => state switch
    {
        _ when failures > 0 => now + Bounded(options.Shortest * (1 << Math.Min(failures, MostDoublings)), options),
        DossierState.InProcess or DossierState.Accepted or DossierState.SupplementAsked => now + Bounded((now - since) / 4, options),
        DossierState.Finished or DossierState.HandedOver when awaits && (now - since).TotalDays < options.DailyDays =>
            now + Bounded((now - since) / 4, options),
        DossierState.Finished or DossierState.HandedOver => AfterIssue(since, now, options),
        _ => null,
    };

    static DateTimeOffset? AfterIssue(DateTimeOffset since, DateTimeOffset now, PollOptions options) => (now - since).TotalDays switch
    {
        var days when days < options.DailyDays => now.AddDays(1),
        var days when days < options.WeeklyDays => now.AddDays(7),
        _ => null,
    };

    static TimeSpan Bounded(TimeSpan wait, PollOptions options) =>
        wait < options.Shortest ? options.Shortest : wait > options.Longest ? options.Longest : wait;
}
