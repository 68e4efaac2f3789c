using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class WorkCalendarTests
{
    [Fact]
    public void Every_row_changes_something_and_says_where_it_is_from()
    {
        Assert.All(Calendars.Shipped.Rows, row => Assert.Equal(row.Works, row.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(Calendars.Shipped.Rows, row => Assert.True(row.Source.Length > 10 && row.Name.Length > 5, $"{row.Day}"));
    }

    [Fact]
    public void Make_up_days_are_as_many_as_the_days_that_were_moved() => Assert.Equal(
        Calendars.Shipped.Rows.Count(row => row.Name.StartsWith("Hoán đổi", StringComparison.Ordinal)), Calendars.Shipped.Rows.Count(row => row.Works));

    [Theory]
    [InlineData(2024, 251), InlineData(2025, 250), InlineData(2026, 249)]
    public void A_year_has_its_working_days(int year, int days) =>
        Assert.Equal(days, Calendars.Shipped.Between(new(year - 1, 12, 31), new(year, 12, 31)));

    [Fact]
    public void A_day_given_twice_is_no_calendar()
    {
        var row = new CalendarRow(new(2026, 6, 1), false, "x", "y", true);

        Assert.Throws<ArgumentException>(() => new WorkCalendar([row, row with { Works = true }]));
    }

    [Fact]
    public void Days_to_come_that_nobody_confirmed_and_years_without_a_row_are_gaps()
    {
        var gaps = CalendarGaps.Of(Calendars.Shipped, new(2027, 5, 1)).ToList();

        Assert.Equal([("warning.daysUnconfirmed", 2027, "03/05, 02/09, 03/09, 24/11"), ("warning.daysUnknown", 2028, "")],
            gaps.Select(gap => (gap.Key, gap.Year, gap.Days)));
    }

    [Fact]
    public void Confirmed_and_past_days_are_no_gaps() => Assert.Empty(CalendarGaps.Of(
        new([new(new(2026, 6, 2), false, "x", "y", true), new(new(2026, 5, 1), false, "x", "y", false), new(new(2027, 1, 1), false, "x", "y", true)]),
        new(2026, 6, 1)));
}
