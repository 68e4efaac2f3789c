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

    [Theory]
    [InlineData("2026-06-01T08:00:00+07:00", DueDate.Plain, false, "2026-06-04")]
    [InlineData("2026-06-01T08:00:00+07:00", DueDate.Plain, true, "2026-06-05")]
    [InlineData("2026-06-01T08:00:00+07:00", DueDate.Complicated, false, "2026-06-12")]
    [InlineData("2026-06-01T08:00:00+07:00", DueDate.Complicated, true, "2026-06-15")]
    [InlineData("2026-06-05T23:30:00+07:00", DueDate.Plain, false, "2026-06-10")]
    [InlineData("2026-06-06T09:00:00+07:00", DueDate.Plain, false, "2026-06-10")]
    [InlineData("2026-06-07T09:00:00+07:00", DueDate.Plain, false, "2026-06-10")]
    public void The_clock_starts_on_the_next_working_day(string accepted, int days, bool paper, string due) =>
        Assert.Equal(Day(due), DueDate.Of(Time(accepted), days, paper));

    [Theory]
    [InlineData("2026-06-01T16:59:59Z", "2026-06-04")]
    [InlineData("2026-06-01T17:30:00Z", "2026-06-05")]
    [InlineData("2026-06-04T17:30:00Z", "2026-06-10")]
    public void The_day_is_that_of_vietnam(string accepted, string due) =>
        Assert.Equal(Day(due), DueDate.Of(Time(accepted), DueDate.Plain, paper: false));

    [Theory]
    [InlineData(false, "2026-06-04"), InlineData(true, "2026-06-30")]
    public void The_due_date_of_tthc_counts_only_where_tthc_is_its_master(bool tthcIsMaster, string due) =>
        Assert.Equal(Day(due), Accept(Sample.Acceptance(new(2026, 6, 30)), tthcIsMaster)?.DueDate);

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

    static Change? Accept(Acceptance acceptance, bool tthcIsMaster)
    {
        var row = new DossierRow { State = (int)DossierState.Registered };
        return ProcessDecision.Of(new(row, [], []), EventKind.Accepted, Partner.Tthc, acceptance, Sample.Start, tthcIsMaster);
    }

    static Change? Answer(DossierState at, EventKind on, LookupResult result, DateOnly? due)
    {
        var row = new DossierRow { State = (int)at, DueDate = due.Text(), AcceptedAt = Sample.Start.Ms() };
        return ProcessDecision.Of(new(row, [], []), on, Partner.V06, Sample.LookupAnswer("y", result), Sample.Start, tthcIsMaster: false);
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
