using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DueDateTests
{
    static readonly DateOnly Plain = new(2026, 6, 4);
    static readonly DateOnly Complicated = new(2026, 6, 12);

    public static TheoryData<string, bool, bool, string, string> Table()
    {
        var data = new TheoryData<string, bool, bool, string, string>();
        foreach (var row in DueDateTable.Rows)
            data.Add(row[0], row[1] == "complicated", row[2] == "paper", row[3], row[4]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_dossier_is_due_on_the_day_that_people_count(string accepted, bool complicated, bool paper, string supplements, string due)
    {
        var file = Walk(new(new() { Paper = paper }, [], []) { PaperBefore = paper }, EventKind.Accepted, Calendars.Time(accepted));
        foreach (var supplement in supplements.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (asked, back) = (Calendars.Time(supplement.Split(" - ")[0]), Calendars.Time(supplement.Split(" - ")[1]));
            file = Walk(file with { Pauses = [.. file.Pauses, new(asked, null)] }, EventKind.Resubmitted, back);
            file = Walk(file with { Pauses = [.. file.Pauses.SkipLast(1), new(asked, back)] }, EventKind.Accepted, back);
        }
        if (complicated)
            file = Walk(file, EventKind.LookupAnswered, Calendars.Time(accepted), Sample.LookupAnswer("y", LookupResult.Found));

        Assert.Equal(Calendars.Day(due), file.Row.Due);
    }

    [Fact]
    public void The_table_has_at_least_forty_cases_none_twice() =>
        Assert.InRange(DueDateTable.Rows.Select(row => string.Join('|', row[..4])).Distinct().Count(), 40, DueDateTable.Rows.Count);

    [Fact]
    public void What_v06_finds_while_the_clock_stands_and_the_time_that_it_stood_both_count()
    {
        var (asked, back) = (Calendars.Time("2026-06-02T10:00"), Calendars.Time("2026-06-04T09:00"));
        var file = Walk(new(new(), [], []), EventKind.Accepted, Calendars.Time("2026-06-01T08:00"));

        file = Walk(file with { Pauses = [new(asked, null)] }, EventKind.LookupInterim, asked.AddHours(1), Sample.LookupAnswer("y", LookupResult.Verifying));
        Assert.Equal(Complicated, file.Row.Due);
        file = Walk(file, EventKind.Resubmitted, back);

        Assert.Equal(new(2026, 6, 16), file.Row.Due);
    }

    [Fact]
    public void A_paper_copy_that_only_the_supplement_asks_for_adds_its_day()
    {
        var file = Walk(new(new(), [], []), EventKind.Accepted, Calendars.Time("2026-06-01T08:00"));
        var (asked, back) = (Calendars.Time("2026-06-02T10:00"), Calendars.Time("2026-06-02T15:00"));

        file = Walk(file with { Row = file.Row with { Paper = true }, Pauses = [new(asked, null)] }, EventKind.Resubmitted, back);

        Assert.Equal(Plain.AddDays(1), file.Row.Due);
    }

    [Theory]
    [InlineData("2026-06-01T08:00", LimitKind.Plain, "2026-06-11"), InlineData("2026-06-01T08:00", LimitKind.Complicated, "2026-06-16")]
    [InlineData("2026-06-03T08:00", LimitKind.Plain, "2026-06-15"), InlineData("2026-02-06T17:00Z", LimitKind.Plain, "2026-02-23")]
    public void The_law_counts_days_of_the_calendar_and_never_ends_on_a_day_off(string accepted, LimitKind kind, string due) =>
        Assert.Equal(Calendars.Day(due), Calendars.DueDates.Statutory(Calendars.Time(accepted), kind));

    [Theory]
    [InlineData("2026-06-01T08:00", LimitKind.Plain, false, "2026-06-11"), InlineData("2026-06-01T08:00", LimitKind.Complicated, true, "2026-06-16")]
    [InlineData("2026-02-06T09:00", LimitKind.Plain, true, "2026-02-23"), InlineData("2026-02-06T17:30Z", LimitKind.Complicated, false, "2026-02-23")]
    [InlineData("2025-04-20T23:30", LimitKind.Plain, false, "2025-05-05"), InlineData("2026-08-12T09:00", LimitKind.Plain, false, "2026-08-22")]
    public void A_profile_without_limits_of_its_own_follows_the_law(string accepted, LimitKind kind, bool paper, string due) =>
        Assert.Equal(Calendars.Day(due), Calendars.DueDates.Of(ProcessTable.Mps2026, Calendars.Time(accepted), kind, paper));

    [Theory]
    [InlineData(false, "2026-06-04"), InlineData(true, "2026-06-30")]
    public void The_due_date_of_tthc_counts_only_where_tthc_is_its_master(bool tthcIsMaster, string due) =>
        Assert.Equal(Calendars.Day(due), Accept(Sample.Acceptance(new(2026, 6, 30)), tthcIsMaster)?.DueDate);

    [Fact]
    public void Without_a_date_of_tthc_the_hub_computes_one_also_where_tthc_is_its_master() =>
        Assert.Equal(Plain, Accept(Sample.Acceptance(), tthcIsMaster: true)?.DueDate);

    [Theory]
    [InlineData(LookupResult.Found, true), InlineData(LookupResult.Verifying, true), InlineData(LookupResult.None, false)]
    public void A_record_or_a_verification_moves_the_due_date_to_nine_days_and_says_so(LookupResult result, bool moved)
    {
        var on = result == LookupResult.Verifying ? EventKind.LookupInterim : EventKind.LookupAnswered;

        var change = Answer(DossierState.InProcess, on, result, Plain);

        Assert.Equal(moved ? Complicated : Plain, change?.DueDate);
        Assert.Equal(moved, change?.Owes.Any(owed => owed == Owed.Vneid(DossierState.InProcess).If(When.DueDateChanged)));
    }

    [Fact]
    public void A_due_date_that_moved_once_is_not_told_again()
    {
        var change = Answer(DossierState.InProcess, EventKind.LookupAnswered, LookupResult.Found, Complicated);

        Assert.False(change?.DueDateChanged);
        Assert.DoesNotContain(MessageKind.VneidState, change?.Owes.Select(owed => owed.Kind) ?? []);
    }

    [Fact]
    public void While_the_citizen_supplements_vneid_is_not_told_state_4() =>
        Assert.DoesNotContain(
            Answer(DossierState.SupplementAsked, EventKind.LookupInterim, LookupResult.Verifying, Plain)?.Owes ?? [],
            owed => owed.Kind == MessageKind.VneidState);

    static DossierFile Walk(DossierFile file, EventKind on, DateTimeOffset at, Content? content = null) => file with
    {
        Row = file.Row with { DueDate = Calendars.DueDates.After(file, on, content, at).Text(), AcceptedAt = file.Row.AcceptedAt ?? at.Ms() },
        PaperBefore = file.Row.Paper,
    };

    static Change? Accept(Acceptance acceptance, bool tthcIsMaster)
    {
        var row = new DossierRow { State = (int)DossierState.Registered };
        var dueDates = Calendars.DueDates with { Master = tthcIsMaster ? DueDateMaster.Tthc : DueDateMaster.Hub };
        return ProcessDecision.Of(new(row, [], []), EventKind.Accepted, Partner.Tthc, acceptance, Sample.Start, dueDates);
    }

    static Change? Answer(DossierState at, EventKind on, LookupResult result, DateOnly? due)
    {
        var row = new DossierRow { State = (int)at, DueDate = due.Text(), AcceptedAt = Sample.Start.Ms() };
        return ProcessDecision.Of(new(row, [], []), on, Partner.V06, Sample.LookupAnswer("y", result), Sample.Start, Calendars.DueDates);
    }
}
