using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>A state that a dossier reached, and when.</summary>
public sealed record StateAt(DossierState State, DateTimeOffset At);

public enum Timeliness
{
    Running,
    OnTime,
    Late,
}

/// <summary>The verdict on one dossier and the day of Vietnam by whose month it counts: that of its end, else its last day.</summary>
public sealed record OnTimeVerdict(Timeliness Timeliness, DateOnly Day);

/// <summary>One month of the index; Rate is a share of 1, null when nothing was to be judged.</summary>
public sealed record OnTimeMonth(int Year, int Month, int OnTime, int Late, int Running)
{
    public double? Rate => OnTime + Late == 0 ? null : (double)OnTime / (OnTime + Late);
}

/// <summary>
/// The on-time index of the national portal (Quyết định 766/QĐ-TTg): the end of processing less the citizen's time to supplement, against the due date.
/// </summary>
public static class OnTimeIndex
{
    /// <param name="history">Every state that the dossier reached, oldest first.</param>
    /// <param name="due">NgayHenTra as the portal holds it; without it the statutory day counts.</param>
    public static OnTimeVerdict Of(IReadOnlyList<StateAt> history, DateOnly? due, DateOnly statutory, DateTimeOffset now)
    {
        var last = due ?? statutory;
        var end = EndOf(history);
        var asked = history.Count(one => one.State == DossierState.SupplementAsked);
        var day = end?.VietnamDay() ?? last;
        if (asked > 1)
            return new(Timeliness.Late, day);

        var late = ((end ?? now) - Supplementing(history)).VietnamDay() > last;
        return new(late ? Timeliness.Late : end is null ? Timeliness.Running : Timeliness.OnTime, day);
    }

    public static IReadOnlyList<OnTimeMonth> ByMonth(IEnumerable<OnTimeVerdict> verdicts) =>
    [
        .. verdicts.GroupBy(one => (one.Day.Year, one.Day.Month)).OrderBy(month => month.Key).Select(month => new OnTimeMonth(
            month.Key.Year, month.Key.Month, month.Count(Is(Timeliness.OnTime)), month.Count(Is(Timeliness.Late)), month.Count(Is(Timeliness.Running)))),
    ];

    static Func<OnTimeVerdict, bool> Is(Timeliness wanted) => verdict => verdict.Timeliness == wanted;

    // Finished counts before handed over, both before the ends without a result; a request that nobody answered is an end of its own.
    static DateTimeOffset? EndOf(IReadOnlyList<StateAt> history) =>
        First(history, DossierState.Finished) ?? First(history, DossierState.HandedOver)
        ?? First(history, DossierState.Stopped, DossierState.Refused, DossierState.Withdrawn)
        ?? (history is [.., { State: DossierState.SupplementAsked, At: var at }] ? at : null);

    static DateTimeOffset? First(IReadOnlyList<StateAt> history, params DossierState[] states) =>
        history.FirstOrDefault(one => states.Contains(one.State))?.At;

    static TimeSpan Supplementing(IReadOnlyList<StateAt> history) => history.Zip(history.Skip(1))
        .Where(pair => pair.First.State == DossierState.SupplementAsked)
        .Aggregate(TimeSpan.Zero, (sum, pair) => sum + (pair.Second.At - pair.First.At));
}
