using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DeadlineClockTests
{
    static readonly DeadlineClock Clock = new(Calendars.Shipped, new(8, 0), new(18, 0));

    [Theory]
    [InlineData("2026-06-01T16:00", 0), InlineData("2026-06-02T07:00", 0), InlineData("2026-06-02T13:00", 16), InlineData("2026-06-02T20:00", 33)]
    [InlineData("2026-06-03T12:59", 49), InlineData("2026-06-03T13:00", 50), InlineData("2026-06-04T11:59", 79), InlineData("2026-06-04T12:00", 80)]
    [InlineData("2026-06-04T17:59", 99), InlineData("2026-06-04T18:00", 100), InlineData("2026-06-06T12:00", 133), InlineData("2026-06-03T06:00Z", 50)]
    public void A_share_of_three_working_days_has_run(string now, int percent) =>
        Assert.Equal(percent, Clock.Percent(Calendars.Time("2026-06-01T08:00"), new(2026, 6, 4), [], Calendars.Time(now)));

    [Fact]
    public void Nothing_runs_on_a_day_off()
    {
        int At(string now) => Clock.Percent(Calendars.Time("2026-11-20T09:00"), new(2026, 11, 26), [], Calendars.Time(now));

        Assert.Equal([33, 33, 33, 50], new[] { At("2026-11-23T18:00"), At("2026-11-24T12:00"), At("2026-11-25T08:00"), At("2026-11-25T13:00") });
    }

    [Fact]
    public void Nothing_runs_while_the_citizen_supplements()
    {
        Pause[] pauses = [new(Calendars.Time("2026-06-02T18:00"), Calendars.Time("2026-06-04T09:00"))];
        int At(string now) => Clock.Percent(Calendars.Time("2026-06-01T08:00"), new(2026, 6, 8), pauses, Calendars.Time(now));

        Assert.Equal([33, 33, 33, 50, 100],
            new[] { At("2026-06-02T18:00"), At("2026-06-03T12:00"), At("2026-06-04T18:00"), At("2026-06-05T13:00"), At("2026-06-08T18:00") });
    }

    [Theory]
    [InlineData("2026-06-01T17:59", 0), InlineData("2026-06-01T18:00", 100), InlineData("2026-06-02T07:00", 100)]
    public void A_date_of_the_day_of_acceptance_is_reached_when_the_office_closes(string now, int percent) =>
        Assert.Equal(percent, Clock.Percent(Calendars.Time("2026-06-01T08:00"), new(2026, 6, 1), [], Calendars.Time(now)));

    [Theory]
    [InlineData("2026-06-01T08:00", 3), InlineData("2026-06-04T23:00", 0), InlineData("2026-06-07T10:00", -1), InlineData("2026-06-08T10:00", -2)]
    public void Days_left_are_working_days_after_today(string now, int left) =>
        Assert.Equal(left, Clock.Left(new(2026, 6, 4), Calendars.Time(now)));
}
