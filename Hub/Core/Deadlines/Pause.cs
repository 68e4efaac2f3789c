using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>A time during which the citizen had to supplement and the clock stood; open while there is no end.</summary>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Working days that do not count: the day of the request counts, the day of the answer does not.</summary>
    public int Days(WorkCalendar calendar, DateTimeOffset now) => calendar.Between(From.VietnamDay(), (To ?? now).VietnamDay());

    public bool Covers(DateOnly day, DateTimeOffset now) => From.VietnamDay() < day && day <= (To ?? now).VietnamDay();
}

/// <summary>Days are those of Asia/Ho_Chi_Minh.</summary>
public static class VietnamDays
{
    public static DateOnly VietnamDay(this DateTimeOffset at) => DateOnly.FromDateTime(at.VietnamTime());

    /// <summary>What the clocks of Vietnam show.</summary>
    public static DateTime VietnamTime(this DateTimeOffset at) => Clock.Vietnam(at.Ms()).DateTime;
}
