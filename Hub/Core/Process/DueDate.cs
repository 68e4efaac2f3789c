namespace LLTP.Hub.Core.Process;

/// <summary>Due dates in working days, Monday to Friday: 3, or 9 when a record is found or must be verified, one more for paper (Quy trình 570).</summary>
public static class DueDate
{
    public const int Plain = 3;
    public const int Complicated = 9;

    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The clock starts on the first working day after the acceptance, by the calendar of Asia/Ho_Chi_Minh.</summary>
    public static DateOnly Of(DateTimeOffset acceptedAt, int workingDays, bool paper)
    {
        var day = DateOnly.FromDateTime(acceptedAt.ToOffset(Vietnam).DateTime);
        for (var left = workingDays + (paper ? 1 : 0); left > 0; left--)
            day = NextWorkingDay(day);
        return day;
    }

    static DateOnly NextWorkingDay(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
