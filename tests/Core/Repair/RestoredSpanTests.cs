using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Reconciliation;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Tests.Core.Repair.RepairSteps;

namespace LLTP.Hub.Tests.Core.Repair;

/// <summary>What a restored backup lost is asked of every partner before a person may lift the hold.</summary>
public sealed class RestoredSpanTests
{
    const string Shown = "H56.14-260601-7000";

    [Fact]
    public async Task Every_day_of_the_span_is_compared_with_every_partner_and_then_the_hold_may_be_lifted()
    {
        var tthc = new HoldingPartner(Partner.Tthc) { List = [Holding(Shown)], Says = number => Held.As(Holding(number)) };
        await using var hub = await GivenMarkedAsync(tthc);
        var mark = hub.Get<RestoreMark>();
        await mark.LiftAsync(false, Act, default).IsRefusedAsync(RepairRefusal.NotReconciled);

        Assert.True(await hub.Get<RestoredSpan>().RunAsync(default));

        Assert.Equal(["2026-05-31", "2026-06-01"], (await ResultsAsync(hub)).Select(row => row.Day).Order());
        var lost = Assert.Single(await hub.ReadAsync(work => work.OpenDifferencesAsync(null, 99)));
        Assert.Equal((Shown, nameof(DifferenceClass.MissingHere)), (lost.Dossier, lost.Class));
        Assert.Single(await hub.WorkItemsAsync());
        Assert.Equal("H56.14-260601-8001", (await hub.Get<DossierNumbers>().NextAsync(default)).Number);
        await mark.LiftAsync(false, Act, default).IsDoneAsync();
        Assert.Null(await hub.Get<RestoredSpan>().RunAsync(default));
    }

    [Fact]
    public async Task A_partner_that_does_not_answer_keeps_the_hold_and_only_what_is_missing_is_asked_again()
    {
        var tthc = new HoldingPartner(Partner.Tthc) { List = null };
        var lltp = new HoldingPartner(Partner.Lltp);
        await using var hub = await GivenMarkedAsync(tthc, lltp);

        Assert.False(await hub.Get<RestoredSpan>().RunAsync(default));
        await hub.Get<RestoreMark>().LiftAsync(false, Act, default).IsRefusedAsync(RepairRefusal.NotReconciled);
        var listed = lltp.Listed;
        tthc.List = [];

        Assert.True(await hub.Get<RestoredSpan>().RunAsync(default));
        Assert.Equal((2, 2, 4), (listed, lltp.Listed, tthc.Listed));
        await hub.Get<RestoreMark>().LiftAsync(false, Act, default).IsDoneAsync();
    }

    [Fact]
    public async Task A_hub_that_was_not_restored_asks_nobody()
    {
        var tthc = new HoldingPartner(Partner.Tthc);
        await using var hub = await TestHub.StartWithAsync([tthc]);

        Assert.Null(await hub.Get<RestoredSpan>().RunAsync(default));

        Assert.Equal(0, tthc.Listed);
    }

    [Fact]
    public async Task What_was_compared_before_the_mark_was_set_counts_for_nothing()
    {
        var tthc = new HoldingPartner(Partner.Tthc);
        await using var hub = await TestHub.StartWithAsync([tthc], ("Reconciliation:PerSecond", "0"), ("Numbers:Allocator", "Hub"));
        await hub.Get<Reconciler>().RunAsync(Partner.Tthc, new(2026, 6, 1), default);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.Get<RestoreMark>().MarkAsync(hub.Clock.GetUtcNow() - TimeSpan.FromMinutes(1), 100, [], Act, default).IsDoneAsync();

        Assert.True(await hub.Get<RestoredSpan>().RunAsync(default));

        Assert.Equal(2, tthc.Listed);
    }

    static async Task<TestHub> GivenMarkedAsync(params HoldingPartner[] partners)
    {
        var hub = await TestHub.StartWithAsync(partners, ("Reconciliation:PerSecond", "0"), ("Numbers:Allocator", "Hub"));
        await hub.Get<RestoreMark>().MarkAsync(Sample.Start - TimeSpan.FromDays(1), 100, [], Act, default).IsDoneAsync();
        return hub;
    }

    static Holding Holding(string number) => new(number, "", new Dictionary<string, string>());

    static Task<IReadOnlyList<ReconciliationRow>> ResultsAsync(TestHub hub) =>
        hub.ReadAsync(work => work.ReconciliationsAsync(Partner.Tthc, 99));
}
