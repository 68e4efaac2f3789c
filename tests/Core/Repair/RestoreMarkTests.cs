using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Tests.Core.Repair.RepairSteps;

namespace LLTP.Hub.Tests.Core.Repair;

public sealed class RestoreMarkTests
{
    const string Lost = "H56.14-260601-5042";

    [Fact]
    public async Task Deliveries_are_held_until_the_lost_span_is_reconciled_and_a_person_lifts_the_hold()
    {
        await using var hub = await GivenMarkedAsync();
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(Lost)));
        var mark = hub.Get<RestoreMark>();

        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        await mark.LiftAsync(false, Act, default).IsRefusedAsync(RepairRefusal.NotReconciled);
        var span = await mark.ReadAsync(default) ?? throw new InvalidDataException("Nothing is held.");
        Assert.Equal((Sample.Start - TimeSpan.FromHours(1), Sample.Start, false), (span.From, span.To, span.IsReconciled));
        await mark.ReconciledAsync(span.Id, default);
        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        await mark.LiftAsync(false, Act, default).IsDoneAsync();

        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
        await mark.LiftAsync(false, Act, default).IsRefusedAsync(RepairRefusal.NotHeld);
        Assert.Equal(["RepairRestoreMarked", "RepairHoldLifted"], (await hub.ActsAsync()).Select(done => done.Kind));
    }

    [Fact]
    public async Task Numbers_jump_past_what_the_lost_span_may_have_given_out_and_past_what_partners_show()
    {
        await using var hub = await GivenMarkedAsync("H56.14-260601-7100");

        Assert.Equal("H56.14-260601-7201", await NextAsync(hub));
        await hub.Get<RestoreMark>().ShownAsync("H56.14-260601-9000", default);
        Assert.Equal("H56.14-260601-10001", await NextAsync(hub));
        await hub.Get<RestoreMark>().ShownAsync("H56.14-260601-9500", default);
        Assert.Equal("H56.14-260601-10002", await NextAsync(hub));
    }

    [Fact]
    public async Task A_number_given_out_in_the_lost_span_is_still_the_hubs_own()
    {
        await using var hub = await GivenMarkedAsync();

        await hub.TakesAsync(Messages.FromVneid(Sample.Application(Lost)));

        Assert.Equal(FailureCode.NumberNotIssued, (await hub.SendAsync(Messages.FromVneid(Sample.Application("H56.14-260601-9999")))).Refusal?.Code);
        Assert.Equal(FailureCode.NumberNotIssued, (await hub.SendAsync(Messages.FromVneid(Sample.Application("H56.14-260531-5042")))).Refusal?.Code);
    }

    [Fact]
    public async Task A_hub_that_was_not_restored_takes_no_number_that_it_did_not_give()
    {
        await using var hub = await TestHub.StartAsync(("Numbers:Allocator", "Hub"));

        Assert.Equal(FailureCode.NumberNotIssued, (await hub.SendAsync(Messages.FromVneid(Sample.Application(Lost)))).Refusal?.Code);
        Assert.Null(await hub.Get<RestoreMark>().ReadAsync(default));
    }

    [Fact]
    public async Task A_backup_of_the_future_and_a_number_that_is_none_are_refused()
    {
        await using var hub = await TestHub.StartAsync();
        var mark = hub.Get<RestoreMark>();

        await mark.MarkAsync(Sample.Start + TimeSpan.FromMinutes(1), 100, [], Act, default).IsRefusedAsync(RepairRefusal.BadRequest);
        await mark.MarkAsync(Sample.Start, 100, ["12345"], Act, default).IsRefusedAsync(RepairRefusal.BadRequest);

        Assert.Null(await mark.ReadAsync(default));
    }

    static async Task<TestHub> GivenMarkedAsync(params string[] shown)
    {
        var hub = await TestHub.StartAsync(("Numbers:Allocator", "Hub"));
        await NextAsync(hub);
        await hub.Get<RestoreMark>().MarkAsync(Sample.Start - TimeSpan.FromHours(1), 100, shown, Act, default).IsDoneAsync();
        return hub;
    }

    static async Task<string?> NextAsync(TestHub hub) => (await hub.Get<DossierNumbers>().NextAsync(default)).Number;
}
