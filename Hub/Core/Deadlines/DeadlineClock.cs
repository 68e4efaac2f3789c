namespace LLTP.Hub.Core.Deadlines;

/// <summary>How far a time limit has run, in office hours; it stands on days off and while the citizen supplements.</summary>
public sealed record DeadlineClock(WorkCalendar Calendar, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Whole percent; 100 when the office closes on the last day.</summary>
    public int Percent(DateTimeOffset acceptedAt, DateOnly due, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        var start = acceptedAt.VietnamDay();
        var (today, time) = (now.VietnamDay(), TimeOnly.FromDateTime(now.VietnamTime()));
        var limit = Days(start, due, pauses, now);
        if (limit == 0)
            return today > due || (today == due && time >= Closes) ? 100 : 0;

        var day = Closes - Opens;
        var used = day * Days(start, today.AddDays(-1), pauses, now);
        if (today > start && Counts(today, pauses, now))
            used += time <= Opens ? TimeSpan.Zero : time >= Closes ? day : time - Opens;
        return (int)(used.Ticks * 100 / (day.Ticks * limit));
    }

    /// <summary>Whole working days that are left after today; negative when the last day is past.</summary>
    public int Left(DateOnly due, DateTimeOffset now)
    {
        var today = now.VietnamDay();
        return today <= due ? Calendar.Between(today, due) : -Calendar.Between(due, today);
    }

    int Days(DateOnly after, DateOnly upTo, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            count += Counts(day, pauses, now) ? 1 : 0;
        return count;
    }

    bool Counts(DateOnly day, IReadOnlyList<Pause> pauses, DateTimeOffset now) =>
        Calendar.IsWorking(day) && !pauses.Any(pause => pause.Covers(day, now));
}
