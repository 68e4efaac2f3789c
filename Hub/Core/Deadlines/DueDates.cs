using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>Due dates of dossiers: the clock starts on the first working day after the acceptance and stands while the citizen supplements.</summary>
public sealed record DueDates(WorkCalendar Calendar, TimeLimits Limits, DueDateMaster Master)
{
    /// <summary>The last day, by the limits of the day of acceptance.</summary>
    /// <param name="pausedDays">Working days during which the clock stood.</param>
    public DateOnly Of(string profile, DateTimeOffset acceptedAt, LimitKind kind, bool paper, int pausedDays = 0)
    {
        var start = acceptedAt.VietnamDay();
        var more = pausedDays + (paper ? Limits.Of(profile, LimitKind.Paper, start).Days : 0);
        return Calendar.Add(Limits.Of(profile, kind, start).End(Calendar, start), more);
    }

    /// <summary>The last day that the law allows.</summary>
    public DateOnly Statutory(DateTimeOffset acceptedAt, LimitKind kind)
    {
        var start = acceptedAt.VietnamDay();
        return Limits.Statutory(kind, start).End(Calendar, start);
    }

    /// <summary>The due date after an event; null while there is none.</summary>
    public DateOnly? After(DossierFile file, EventKind on, Content? content, DateTimeOffset at) => (on, content) switch
    {
        (EventKind.Accepted, Acceptance { DueDate: { } theirs }) when Master == DueDateMaster.Tthc => theirs,
        (EventKind.Accepted, _) => file.Row.Due ?? Of(file.Row.Profile, at, LimitKind.Plain, file.Row.Paper),
        (EventKind.Resubmitted, _) when file.Row.Due is { } due => Calendar.Add(due, Standing(file, at)),
        (EventKind.LookupInterim or EventKind.LookupAnswered, LookupAnswer { Result: LookupResult.Found or LookupResult.Verifying })
            when file.Row.Accepted is { } accepted => Later(file.Row.Due, Complicated(file, accepted)),
        _ => file.Row.Due,
    };

    DateOnly Complicated(DossierFile file, DateTimeOffset accepted)
    {
        var paused = file.Pauses.Where(pause => pause.To > accepted).Sum(pause => pause.Days(Calendar, accepted));
        return Of(file.Row.Profile, accepted, LimitKind.Complicated, file.Row.Paper, paused);
    }

    // The days of the pause that ends now, and those of a paper copy that the supplement asks for in addition.
    int Standing(DossierFile file, DateTimeOffset at)
    {
        var paper = file.Row.Paper && !file.PaperBefore ? Limits.Of(file.Row.Profile, LimitKind.Paper, at.VietnamDay()).Days : 0;
        return paper + file.Pauses.Where(pause => pause.To is null).Sum(pause => pause.Days(Calendar, at));
    }

    static DateOnly? Later(DateOnly? a, DateOnly b) => a > b ? a : b;
}
