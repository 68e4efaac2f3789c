using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Tests.Core.Repair.RepairSteps;

namespace LLTP.Hub.Tests.Core.Repair;

public sealed class CorrectionTests
{
    const string NoJump = "Không thể cập nhật lên trạng thái";

    [Fact]
    public async Task An_update_that_people_entered_there_by_hand_takes_the_dossier_to_4()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.SupplementRequest(), Messages.Supplement());
        hub[Partner.Lltp].OnTheWay = sent => { if (sent.Kind == MessageKind.LltpUpdate) hub[Partner.Lltp].Replies(Scripts.Said("0", "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin")); return Task.CompletedTask; };
        await hub.TakesAsync(Messages.Acceptance());
        await hub.DeliverAllAsync();
        var letter = await hub.OnlyAsync(MessageKind.LltpUpdate);
        Assert.Equal((DossierState.Accepted, nameof(WorkItemKind.PartnerConflict)), (await hub.StateAsync(), letter.Reason));

        await hub.Get<DeadLetters>().CorrectedAsync(letter.Id, Act, default).IsDoneAsync();
        await hub.DeliverAllAsync();

        Assert.Equal(DossierState.InProcess, await hub.StateAsync());
        Assert.Equal((DeliveryState.Delivered, "CorrectedByHand"), ((await hub.OnlyAsync(MessageKind.LltpUpdate)).State, (await hub.OnlyAsync(MessageKind.LltpUpdate)).Reason));
        Assert.Empty(await hub.WorkItemsAsync());
        Assert.Equal(4, await hub.ShownAsync(Partner.Vneid));
        Assert.Contains("CorrectedByHand", await hub.EventsAsync());
    }

    [Fact]
    public async Task A_display_that_was_corrected_by_hand_shows_the_state_and_the_next_one_goes()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không nhận"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverDueAsync(Partner.Vneid);
        var letter = await hub.OnlyAsync(MessageKind.VneidState);

        await hub.Get<DeadLetters>().CorrectedAsync(letter.Id, Act, default).IsDoneAsync();

        Assert.Equal(2, await hub.ShownAsync(Partner.Vneid));
        await hub.DeliverAllAsync();
        Assert.Equal([2, 4], hub[Partner.Vneid].States);
    }

    [Fact]
    public async Task A_display_that_refuses_a_jump_is_told_the_missing_state_first_with_its_true_time()
    {
        await using var hub = await TestHub.StartAsync();
        var (refused, entered) = await GivenRefusedJumpAsync(hub);

        var told = await hub.Get<DeadLetters>().InsertStatesAsync(refused.Id, null, Act, default).IsDoneAsync();
        await hub.DeliverAllAsync();

        Assert.Equal("4", told.Id is null ? null : told.Detail);
        Assert.Equal([4, 9, 4, 9, 10], hub[Partner.Vneid].States.Skip(1));
        Assert.Equal(entered, hub[Partner.Vneid].Sent.ElementAt(3).Dossier.At);
        Assert.Equal(refused.Id, hub[Partner.Vneid].Sent.ElementAt(4).DeliveryId);
        Assert.Equal(10, await hub.ShownAsync(Partner.Vneid));
    }

    [Fact]
    public async Task States_are_inserted_after_the_one_that_a_person_sees_there()
    {
        await using var hub = await TestHub.StartAsync();
        var (refused, _) = await GivenRefusedJumpAsync(hub);

        var told = await hub.Get<DeadLetters>().InsertStatesAsync(refused.Id, 1, Act, default).IsDoneAsync();
        await hub.DeliverAllAsync();

        Assert.Equal("2 4", told.Detail);
        Assert.Equal([2, 4, 9, 10], hub[Partner.Vneid].States.Skip(3));
    }

    [Fact]
    public async Task Where_nothing_is_missing_nothing_is_inserted()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không nhận"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverDueAsync(Partner.Vneid);
        var letter = await hub.OnlyAsync(MessageKind.VneidState);

        await hub.Get<DeadLetters>().InsertStatesAsync(letter.Id, null, Act, default).IsRefusedAsync(RepairRefusal.NoStateMissing);

        Assert.Single(await hub.DeliveriesAsync(MessageKind.VneidState));
    }

    [Theory]
    [InlineData(2, "4"), InlineData(1, "2 4"), InlineData(0, "1 2 4"), InlineData(4, ""), InlineData(7, "")]
    public void The_states_between_what_is_shown_and_what_was_refused_are_the_missing_ones(int shown, string missing)
    {
        EventRow[] history =
        [
            Event(1, 0, 1), Event(2, 1, 2), Event(3, null, null), Event(4, 2, 4), Event(5, 4, 4), Event(6, 4, 9), Event(7, 9, 10),
        ];

        Assert.Equal(missing, string.Join(' ', MissingStates.Between(history, shown, 6).Select(row => row.ToState)));
    }

    static EventRow Event(long seq, int? from, int? to) => new() { Seq = seq, FromState = from, ToState = to };

    /// <summary>VNeID shows 2, its 4 was skipped, and now it refuses 9; returns the refused delivery and when the dossier really entered 4.</summary>
    static async Task<(DeliveryRow Refused, DateTimeOffset Entered)> GivenRefusedJumpAsync(TestHub hub)
    {
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverDueAsync(Partner.Vneid);
        hub.Clock.Advance(TimeSpan.FromMinutes(7));
        var entered = hub.Clock.GetUtcNow();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không nhận"), Scripts.Said("01", NoJump));
        await hub.DeliverAllAsync();
        await hub.Get<DeadLetters>().SkipAsync((await hub.DeliveriesAsync(MessageKind.VneidState))[1].Id, Act, default).IsDoneAsync();
        hub.Clock.Advance(TimeSpan.FromHours(3));
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        var refused = Assert.Single(await hub.DeliveriesAsync(MessageKind.VneidResult));
        Assert.Equal((DeliveryState.Parked, nameof(WorkItemKind.PartnerConflict)), (refused.State, refused.Reason));
        return (refused, entered);
    }
}
