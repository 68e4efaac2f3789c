using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class OnTimeIndexTests
{
    const string Now = "2026-07-10T08:00";
    static readonly DateOnly Due = new(2026, 6, 4);
    static readonly DateOnly Statutory = new(2026, 6, 11);

    [Theory]
    [InlineData("9@06-04T23:59", Timeliness.OnTime, "2026-06-04")]
    [InlineData("9@06-05T00:00", Timeliness.Late, "2026-06-05")]
    [InlineData("9@06-04T09:00 10@06-20T09:00", Timeliness.OnTime, "2026-06-04")]
    [InlineData("10@06-04T09:00", Timeliness.OnTime, "2026-06-04")]
    [InlineData("8@06-03T09:00", Timeliness.OnTime, "2026-06-03")]
    [InlineData("3@06-05T09:00", Timeliness.Late, "2026-06-05")]
    [InlineData("7@06-04T09:00", Timeliness.OnTime, "2026-06-04")]
    [InlineData("5@06-03T09:00", Timeliness.OnTime, "2026-06-03")]
    [InlineData("5@06-05T09:00", Timeliness.Late, "2026-06-05")]
    [InlineData("5@06-02T09:00 1@06-10T09:00 2@06-10T10:00 9@06-12T08:00", Timeliness.OnTime, "2026-06-12")]
    [InlineData("5@06-02T09:00 1@06-10T09:00 2@06-10T10:00 9@06-13T10:00", Timeliness.Late, "2026-06-13")]
    [InlineData("5@06-02T09:00 1@06-02T10:00 5@06-02T11:00 1@06-02T12:00 9@06-03T09:00", Timeliness.Late, "2026-06-03")]
    [InlineData("2@06-01T10:00", Timeliness.Late, "2026-06-04")]
    public void A_dossier_is_judged_by_the_end_of_its_processing(string history, Timeliness timeliness, string day) =>
        Assert.Equal(new(timeliness, Calendars.Day(day)), OnTimeIndex.Of(History(history), Due, Statutory, Calendars.Time(Now)));

    [Theory]
    [InlineData("9@06-11T20:00", Timeliness.OnTime), InlineData("9@06-12T08:00", Timeliness.Late)]
    public void Without_a_due_date_the_law_counts(string history, Timeliness timeliness) =>
        Assert.Equal(timeliness, OnTimeIndex.Of(History(history), null, Statutory, Calendars.Time(Now)).Timeliness);

    [Fact]
    public void Before_its_last_day_has_passed_a_dossier_is_neither_on_time_nor_late() => Assert.Equal(
        new(Timeliness.Running, Due), OnTimeIndex.Of(History("2@06-01T10:00"), Due, Statutory, Calendars.Time("2026-06-04T23:59")));

    [Fact]
    public void Months_count_their_own_dossiers()
    {
        OnTimeVerdict Of(Timeliness timeliness, string day) => new(timeliness, Calendars.Day(day));

        var months = OnTimeIndex.ByMonth(
        [
            Of(Timeliness.OnTime, "2026-06-30"), Of(Timeliness.OnTime, "2026-06-01"), Of(Timeliness.OnTime, "2026-06-02"), Of(Timeliness.Late, "2026-06-03"),
            Of(Timeliness.Running, "2026-07-01"), Of(Timeliness.Late, "2025-06-03"),
        ]);

        Assert.Equal([new(2025, 6, 0, 1, 0), new(2026, 6, 3, 1, 0), new(2026, 7, 0, 0, 1)], months);
        Assert.Equal([0, 0.75, null], months.Select(month => month.Rate));
    }

    static List<StateAt> History(string text) => [new(DossierState.Registered, Calendars.Time("2026-06-01T08:00")), .. text.Split(' ').Select(One)];

    static StateAt One(string text) => new(Enum.Parse<DossierState>(text.Split('@')[0]), Calendars.Time($"2026-{text.Split('@')[1]}"));
}
