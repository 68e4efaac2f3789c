using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Tests.Core.Repair.RepairSteps;

namespace LLTP.Hub.Tests.Core.Repair;

public sealed class RecoveryTaskTests
{
    [Fact]
    public async Task A_mass_retry_keeps_to_its_pace_and_counts_what_it_did()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenParkedAsync(5);
        var task = await StartAsync(hub, new(PerSecond: 2));

        Assert.Equal((true, false, 2), (await StepAsync(hub), await StepAsync(hub), await WaitingAsync(hub)));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, false, 4), (await StepAsync(hub), await StepAsync(hub), await WaitingAsync(hub)));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, false, 5), (await StepAsync(hub), await StepAsync(hub), await WaitingAsync(hub)));

        var row = await FindAsync(hub, task);
        Assert.Equal((RecoveryTaskState.Done, 5L, 5L, 0L), (row.State, row.Total, row.Done, row.Failed));
        Assert.Equal(["RepairTaskStarted", .. Enumerable.Repeat("RepairRetried", 5)], (await hub.ActsAsync()).Select(done => done.Kind));
    }

    [Fact]
    public async Task Letters_of_another_cause_or_partner_or_parked_after_the_cut_off_are_left_alone()
    {
        await using var hub = await TestHub.StartAsync();
        var wanted = await hub.GivenParkedAsync(1);
        var other = await hub.GivenParkedAsync(1, "Lỗi khác", from: 2);
        var cutOff = hub.Clock.GetUtcNow();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await hub.GivenParkedAsync(1, from: 3);
        var cause = (await hub.Get<DeadLetters>().GroupsAsync(default)).Single(group => group.Deliveries == 2).Cause;

        await StartAsync(hub, new(Partner: Partner.Dvcqg));
        await StepAsync(hub);
        Assert.Equal(0, await WaitingAsync(hub));
        await StartAsync(hub, new(cause, Partner.Lltp, cutOff));
        await StepAsync(hub);

        Assert.Equal(DeliveryState.Waiting, await StateAsync(hub, wanted[0]));
        Assert.Equal(DeliveryState.Parked, await StateAsync(hub, other[0]));
        Assert.Equal(DeliveryState.Parked, await StateAsync(hub, late[0]));
    }

    [Fact]
    public async Task A_letter_that_is_parked_again_at_once_is_not_taken_a_second_time()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenParkedAsync(1);
        var task = await StartAsync(hub, new(PerSecond: 1));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        await StepAsync(hub);
        hub[Partner.Lltp].Replies(Scripts.Said("77", "Lỗi lạ"));
        await hub.DeliverAllAsync();

        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        await StepAsync(hub);

        var row = await FindAsync(hub, task);
        Assert.Equal((RecoveryTaskState.Done, 1L), (row.State, row.Done));
    }

    [Fact]
    public async Task A_cancelled_task_stops_where_it_is()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenParkedAsync(3);
        var task = await StartAsync(hub, new(PerSecond: 1));
        await StepAsync(hub);

        await hub.Get<RecoveryTasks>().CancelAsync(task, Act, default).IsDoneAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await StepAsync(hub));

        Assert.Equal(1, await WaitingAsync(hub));
        Assert.Equal(RecoveryTaskState.Cancelled, (await FindAsync(hub, task)).State);
        await hub.Get<RecoveryTasks>().CancelAsync(task, Act, default).IsRefusedAsync(RepairRefusal.TaskEnded);
    }

    [Theory]
    [InlineData(0), InlineData(101)]
    public async Task A_pace_that_stands_still_or_floods_is_refused(int perSecond)
    {
        await using var hub = await TestHub.StartAsync();

        await hub.Get<RecoveryTasks>().StartAsync(new(PerSecond: perSecond), Act, default).IsRefusedAsync(RepairRefusal.BadRequest);
    }

    static async Task<string> StartAsync(TestHub hub, RetryMany wanted) =>
        (await hub.Get<RecoveryTasks>().StartAsync(wanted, Act, default).IsDoneAsync()).Id ?? "";

    static Task<bool> StepAsync(TestHub hub) => hub.Get<RecoveryTasks>().StepAsync(default);

    static async Task<RecoveryTaskRow> FindAsync(TestHub hub, string id) =>
        await hub.Get<RecoveryTasks>().FindAsync(id, default) ?? throw new ArgumentException($"There is no task {id}.");

    static async Task<int> WaitingAsync(TestHub hub) => (await hub.ReadAsync(work => work.OpenDeliveriesAsync(DeliveryState.Waiting, 100)))
        .Count(row => row.Kind == MessageKind.LltpDossier);

    static async Task<string?> StateAsync(TestHub hub, DeliveryRow letter) => (await hub.ReadAsync(work => work.DeliveryAsync(letter.Id)))?.State;
}
