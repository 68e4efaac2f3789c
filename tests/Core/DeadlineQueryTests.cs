using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DeadlineQueryTests
{
    const string Other = "H56.14-260601-5002";

    [Fact]
    public async Task Running_dossiers_are_listed_by_nearness_of_their_last_day()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync(paper: true);
        await hub.GivenInProcessAsync(Other);
        hub.Clock.Set(Calendars.Time("2026-06-03T12:30"));

        var views = await hub.Get<DeadlineQueries>().NearestAsync(10, CancellationToken.None);

        Assert.Equal([(Other, "2026-06-04", 50, 1), (Sample.Number, "2026-06-05", 37, 2)],
            views.Select(view => (view.Number, view.DueDate ?? "", view.Percent ?? -1, view.WorkingDaysLeft)));
    }

    [Fact]
    public async Task A_second_request_for_a_supplement_is_work_for_people_and_counts_as_late()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.SupplementRequest());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.Supplement());
        Assert.Empty(await hub.WorkItemsAsync());

        await hub.TakesAsync(Messages.SupplementRequest());

        Assert.Equal([nameof(WorkItemKind.SecondSupplement)], await hub.WorkItemsAsync());
        var view = Assert.Single(await hub.Get<DeadlineQueries>().NearestAsync(10, CancellationToken.None));
        Assert.Equal((true, 2, true), (view.Paused, view.Supplements, view.CountsAsLate));
    }

    [Fact]
    public async Task The_index_of_a_month_counts_what_ended_in_it_and_what_is_overdue()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync(Other);
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)), Messages.Certificate());
        await hub.DeliverAllAsync();

        hub.Clock.Set(Calendars.Time("2026-06-04T08:00"));
        Assert.Equal(new(2026, 6, 1, 0, 1), await hub.Get<DeadlineQueries>().OnTimeAsync(2026, 6, CancellationToken.None));
        hub.Clock.Set(Calendars.Time("2026-06-05T08:00"));
        Assert.Equal(new(2026, 6, 1, 1, 0), await hub.Get<DeadlineQueries>().OnTimeAsync(2026, 6, CancellationToken.None));
        Assert.Equal(new(2026, 7, 0, 0, 0), await hub.Get<DeadlineQueries>().OnTimeAsync(2026, 7, CancellationToken.None));
    }
}
