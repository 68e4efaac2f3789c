namespace LLTP.Hub.Core.Deadlines;

/// <summary>What a time limit is for; Paper is added to one of the others.</summary>
public enum LimitKind
{
    Plain,
    Complicated,
    Paper,
}

/// <summary>How long something may take, by which text, and for acceptances of which days.</summary>
/// <param name="Profile">The process profile, or * for what the law says whatever the profile.</param>
/// <param name="Working">Counted in working days, else in days of the calendar.</param>
public sealed record TimeLimit(
    string Profile, LimitKind Kind, int Days, bool Working, string Source, bool Confirmed, DateOnly? From = null, DateOnly? To = null)
{
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>The last day, when the clock starts the day after the start; a last day off moves to the next working day.</summary>
    public DateOnly End(WorkCalendar calendar, DateOnly start) =>
        Working ? calendar.Add(start, Days) : calendar.OnOrAfter(start.AddDays(Days));
}
