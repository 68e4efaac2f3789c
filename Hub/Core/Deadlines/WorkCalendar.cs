using System.Text.Json;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>Working days of public offices: Monday to Friday, except the days of a dated table, plus its make-up days.</summary>
public sealed class WorkCalendar
{
    readonly Dictionary<DateOnly, CalendarRow> byDay;

    // Two rows for one day fail here, at start, not on the day itself.
    public WorkCalendar(IReadOnlyList<CalendarRow> rows) => (Rows, byDay) = (rows, rows.ToDictionary(row => row.Day));

    public IReadOnlyList<CalendarRow> Rows { get; }

    public static WorkCalendar Shipped()
    {
        using var stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("calendar.json")
            ?? throw new InvalidOperationException("Missing resource calendar.json.");
        return Read(stream);
    }

    /// <exception cref="JsonException">It is not a table of days.</exception>
    /// <exception cref="ArgumentException">A day is given twice.</exception>
    public static WorkCalendar Read(Stream json) => new(
        JsonSerializer.Deserialize<Table>(json, JsonSerializerOptions.Web)?.Rows ?? throw new JsonException("There are no rows of days."));

    public bool IsWorking(DateOnly day) =>
        byDay.TryGetValue(day, out var row) ? row.Works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The last of so many working days after a day; the day itself never counts, and none leaves it as it is.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--)
            day = OnOrAfter(day.AddDays(1));
        return day;
    }

    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>Working days after the first day up to and with the last; 0 when the last is not later.</summary>
    public int Between(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            count += IsWorking(day) ? 1 : 0;
        return count;
    }

    sealed record Table(IReadOnlyList<CalendarRow>? Rows);
}
