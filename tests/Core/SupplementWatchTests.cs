using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class SupplementWatchTests
{
    static readonly RepairAct Act = new("Trần Văn Trực", "Công dân không bổ sung");

    [Theory]
    [InlineData(9, 0), InlineData(10, 1), InlineData(29, 1), InlineData(30, 2)]
    public async Task Officers_are_reminded_after_the_configured_times_and_each_time_once(int days, int reminders)
    {
        await using var hub = await GivenAskedAsync(days);

        Assert.Equal(reminders, await hub.Get<SupplementWatch>().LookAsync(CancellationToken.None));
        Assert.Equal(0, await hub.Get<SupplementWatch>().LookAsync(CancellationToken.None));

        Assert.Equal(Enumerable.Repeat(nameof(WorkItemKind.SupplementUnanswered), reminders), await hub.WorkItemsAsync());
        Assert.Equal(DossierState.SupplementAsked, await hub.StateAsync());
    }

    [Fact]
    public async Task The_citizens_answer_settles_the_reminder()
    {
        await using var hub = await GivenAskedAsync(12);
        await hub.Get<SupplementWatch>().LookAsync(CancellationToken.None);

        await hub.TakesAsync(Messages.Supplement());

        Assert.Empty(await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task After_the_configured_time_an_officer_stops_the_dossier_and_everybody_is_told()
    {
        await using var hub = await GivenAskedAsync(30);
        await hub.Get<SupplementWatch>().LookAsync(CancellationToken.None);

        var stopped = await hub.Get<UnansweredSupplements>().StopAsync(Sample.Number, Act, CancellationToken.None);
        await hub.DeliverAllAsync();

        Assert.Null(stopped.Refusal);
        Assert.Equal(DossierState.Stopped, await hub.StateAsync());
        var told = hub[Partner.Vneid].Sent.Last().Dossier;
        Assert.Equal((8, Act.Reason), (told.State, told.Reason));
        Assert.Equal((8, 8), (await hub.ShownAsync(Partner.Tthc), await hub.ShownAsync(Partner.Dvcqg)));
        Assert.Empty(await hub.WorkItemsAsync());
        Assert.Contains("RepairDossierStopped", await hub.EventsAsync());
    }

    [Theory]
    [InlineData(29, "Trần Văn Trực", "Không bổ sung", RepairRefusal.TooEarly), InlineData(30, "", "Không bổ sung", RepairRefusal.OfficerMissing)]
    [InlineData(30, "Trần Văn Trực", " ", RepairRefusal.ReasonMissing)]
    public async Task Earlier_or_without_an_officer_and_a_reason_nothing_is_stopped(int days, string officer, string reason, RepairRefusal refusal)
    {
        await using var hub = await GivenAskedAsync(days);

        var refused = await hub.Get<UnansweredSupplements>().StopAsync(Sample.Number, new(officer, reason), CancellationToken.None);

        Assert.Equal((refusal, DossierState.SupplementAsked), (refused.Refusal, await hub.StateAsync()));
    }

    [Fact]
    public async Task A_dossier_that_waits_for_nobody_is_not_stopped_here()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        hub.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(RepairRefusal.NotAllowedNow, (await hub.Get<UnansweredSupplements>().StopAsync(Sample.Number, Act, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task A_refund_case_is_listed_until_an_officer_closes_it_with_a_reason_and_then_among_the_closed()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.FromTthc(EventKind.Refused, Sample.Refusal()));
        var item = Assert.Single(await hub.Queries.WorkItemsAsync(10, CancellationToken.None, nameof(WorkItemKind.RefundCase)));

        var without = await hub.Get<WorkItems>().CloseAsync(item.Id, new("Trần Văn Trực", ""), CancellationToken.None);
        var closed = await hub.Get<WorkItems>().CloseAsync(item.Id, Act with { Reason = "Đã hoàn phí theo chứng từ 15" }, CancellationToken.None);

        Assert.Equal((RepairRefusal.ReasonMissing, null), (without.Refusal, closed.Refusal));
        Assert.Empty(await hub.Queries.WorkItemsAsync(10, CancellationToken.None, nameof(WorkItemKind.RefundCase)));
        var done = Assert.Single(await hub.Queries.WorkItemsAsync(10, CancellationToken.None, nameof(WorkItemKind.RefundCase), closed: true));
        Assert.Equal((item.Id, Sample.Number), (done.Id, done.Dossier));
        Assert.NotNull(done.ClosedAt);
    }

    static async Task<TestHub> GivenAskedAsync(int days)
    {
        var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.SupplementRequest());
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromDays(days));
        return hub;
    }
}

[OnPostgres]
public sealed class SupplementWatchTestsOnPostgres : SupplementWatchTests;
