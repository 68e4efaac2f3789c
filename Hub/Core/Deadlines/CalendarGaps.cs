using System.Globalization;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>Something about a coming year that the table of days does not know for sure; Key names its words.</summary>
public sealed record CalendarGap(string Key, int Year, string Days);

/// <summary>What somebody should find out before due dates of coming days are promised.</summary>
public static class CalendarGaps
{
    /// <summary>Rows from today on that are not confirmed, by year, and this or next year when there is no row at all.</summary>
    public static IEnumerable<CalendarGap> Of(WorkCalendar calendar, DateOnly today)
    {
        var open = calendar.Rows.Where(row => !row.Confirmed && row.Day >= today).OrderBy(row => row.Day).GroupBy(row => row.Day.Year);
        foreach (var year in open)
            yield return new("warning.daysUnconfirmed", year.Key, string.Join(", ", year.Select(Shown)));
        foreach (var year in new[] { today.Year, today.Year + 1 }.Where(year => calendar.Rows.All(row => row.Day.Year != year)))
            yield return new("warning.daysUnknown", year, "");
    }

    static string Shown(CalendarRow row) => row.Day.ToString("dd/MM", CultureInfo.InvariantCulture);
}
