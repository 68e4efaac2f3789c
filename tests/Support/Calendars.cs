using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;

namespace LLTP.Hub.Tests.Support;

/// <summary>The shipped calendar and limits.</summary>
static class Calendars
{
    public static WorkCalendar Shipped { get; } = WorkCalendar.Shipped();

    public static DueDates DueDates { get; } = new(Shipped, TimeLimits.Shipped(), DueDateMaster.Hub);

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A time of Vietnam, or of UTC where the text ends in Z.</summary>
    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text.EndsWith('Z') ? text : text + "+07:00", System.Globalization.CultureInfo.InvariantCulture);
}
