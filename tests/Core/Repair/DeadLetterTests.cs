using System.Text;
using System.Text.Json;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Tests.Core.Repair.RepairSteps;

namespace LLTP.Hub.Tests.Core.Repair;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task Dead_letters_stand_together_when_the_partner_said_the_same_whatever_number_it_named()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenParkedAsync(2, "Lỗi lạ");
        var first = hub.Clock.GetUtcNow();
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.GivenParkedAsync(1, "Lỗi khác", from: 3);

        var groups = await hub.Get<DeadLetters>().GroupsAsync(default);

        Assert.Equal([2, 1], groups.Select(group => group.Deliveries));
        Assert.All(groups, group => Assert.Equal(
            (Partner.Lltp, MessageKind.LltpDossier, nameof(WorkItemKind.UnknownReply), "200 77"), (group.Partner, group.Kind, group.Reason, group.ReplyCode)));
        Assert.Equal(first.Ms(), groups[0].Oldest);
    }

    [Fact]
    public async Task A_group_is_read_page_by_page_and_no_letter_is_missed_or_shown_twice()
    {
        await using var hub = await TestHub.StartAsync();
        var letters = await hub.GivenParkedAsync(5);
        var dead = hub.Get<DeadLetters>();
        var cause = Assert.Single(await dead.GroupsAsync(default)).Cause;

        List<string> read = [];
        for (long after = 0; await dead.PageAsync(cause, after, 2, default) is { Count: > 0 } page; after = page[^1].Seq)
            read.AddRange(page.Select(row => row.Id));

        Assert.Equal(letters.Select(letter => letter.Id), read);
    }

    [Fact]
    public async Task A_retried_letter_goes_out_under_its_own_identity_and_its_work_item_is_closed()
    {
        await using var hub = await TestHub.StartAsync();
        var letter = Assert.Single(await hub.GivenParkedAsync(1));

        await hub.Get<DeadLetters>().RetryAsync(letter.Id, Act, default).IsDoneAsync();
        Assert.Empty(await hub.WorkItemsAsync());
        await hub.DeliverAllAsync();

        Assert.Equal([letter.Id, letter.Id], hub[Partner.Lltp].Of(MessageKind.LltpDossier).Select(sent => sent.DeliveryId));
        Assert.Equal(DossierState.InProcess, await hub.StateAsync(letter.Dossier));
    }

    [Fact]
    public async Task A_letter_given_up_after_its_patience_has_new_patience_when_it_is_retried()
    {
        await using var hub = await TestHub.StartAsync(("Recovery:GiveUpAfter", "01:00:00"));
        hub[Partner.Tthc].Replies(Scripts.Unavailable, Scripts.Unavailable, Scripts.Unavailable);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverDueAsync(Partner.Tthc);
        hub.Clock.Advance(TimeSpan.FromHours(2));
        await hub.DeliverDueAsync(Partner.Tthc);
        var letter = await hub.OnlyAsync(MessageKind.TthcDossier);
        Assert.Equal((DeliveryState.Parked, nameof(WorkItemKind.GaveUp)), (letter.State, letter.Reason));

        await hub.Get<DeadLetters>().RetryAsync(letter.Id, Act, default).IsDoneAsync();
        await hub.DeliverDueAsync(Partner.Tthc);

        Assert.Equal(DeliveryState.Waiting, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
    }

    [Fact]
    public async Task A_partner_that_can_be_asked_is_asked_before_a_letter_of_unknown_outcome_is_sent_again()
    {
        var lltp = new AskablePartner(Partner.Lltp);
        await using var hub = await TestHub.StartWithAsync([lltp]);
        var letter = Assert.Single(await hub.GivenParkedAsync(1));
        lltp.Answers(Presence.Arrived, Scripts.Yes(Partner.Lltp));

        await hub.Get<DeadLetters>().RetryAsync(letter.Id, Act, default).IsDoneAsync();
        await hub.DeliverAllAsync();

        Assert.Equal((1, 1), (lltp.Asked, lltp.Of(MessageKind.LltpDossier).Count()));
        Assert.Equal(DossierState.InProcess, await hub.StateAsync(letter.Dossier));
    }

    [Fact]
    public async Task A_skipped_letter_lets_the_next_one_go_and_the_display_claims_nothing()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không nhận"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();
        var letter = (await hub.DeliveriesAsync(MessageKind.VneidState))[0];
        Assert.Equal(1, await hub.ShownAsync(Partner.Vneid));

        await hub.Get<DeadLetters>().SkipAsync(letter.Id, Act, default).IsDoneAsync();
        Assert.Equal(1, await hub.ShownAsync(Partner.Vneid));
        await hub.DeliverAllAsync();

        Assert.Equal([2, 4], hub[Partner.Vneid].States);
        Assert.Equal(4, await hub.ShownAsync(Partner.Vneid));
        Assert.Equal((DeliveryState.Cancelled, "Skipped"), ((await hub.DeliveriesAsync(MessageKind.VneidState))[0].State, (await hub.DeliveriesAsync(MessageKind.VneidState))[0].Reason));
    }

    [Fact]
    public async Task An_act_is_an_event_that_names_nobody_and_its_words_are_among_the_sealed_payloads()
    {
        await using var hub = await TestHub.StartAsync();
        var letter = Assert.Single(await hub.GivenParkedAsync(1));

        await hub.Get<DeadLetters>().RetryAsync(letter.Id, Act, default).IsDoneAsync();

        var done = Assert.Single(await hub.ActsAsync());
        Assert.Equal(("RepairRetried", letter.Dossier, letter.Id), (done.Kind, done.Dossier, done.Delivery));
        Assert.DoesNotContain(Act.Officer, JsonSerializer.Serialize(done), StringComparison.Ordinal);
        var words = JsonSerializer.Deserialize<JsonElement>((await hub.ReadAsync(work => work.OpenPayloadAsync(done.Content ?? "", new()))).Span);
        Assert.Equal((Act.Officer, Act.Reason), (words.GetProperty("Officer").GetString(), words.GetProperty("Reason").GetString()));
    }

    [Theory]
    [InlineData("", "Lý do", RepairRefusal.OfficerMissing), InlineData("Cán bộ", " ", RepairRefusal.ReasonMissing)]
    public async Task Nothing_is_done_without_officer_and_reason(string officer, string reason, RepairRefusal expected)
    {
        await using var hub = await TestHub.StartAsync();
        var letter = Assert.Single(await hub.GivenParkedAsync(1));
        var (dead, act) = (hub.Get<DeadLetters>(), new RepairAct(officer, reason));

        await dead.RetryAsync(letter.Id, act, default).IsRefusedAsync(expected);
        await dead.SkipAsync(letter.Id, act, default).IsRefusedAsync(expected);
        await dead.CorrectedAsync(letter.Id, act, default).IsRefusedAsync(expected);
        await hub.Get<RecoveryTasks>().StartAsync(new(), act, default).IsRefusedAsync(expected);

        Assert.Equal(DeliveryState.Parked, (await hub.OnlyAsync(MessageKind.LltpDossier, letter.Dossier)).State);
        Assert.Empty(await hub.ActsAsync());
    }

    [Fact]
    public async Task An_act_on_what_is_not_parked_any_more_changes_nothing()
    {
        await using var hub = await TestHub.StartAsync();
        var letter = Assert.Single(await hub.GivenParkedAsync(1));
        var dead = hub.Get<DeadLetters>();
        await dead.RetryAsync(letter.Id, Act, default).IsDoneAsync();

        await dead.SkipAsync(letter.Id, Act, default).IsRefusedAsync(RepairRefusal.NotParked);
        await dead.RetryAsync("unknown", Act, default).IsRefusedAsync(RepairRefusal.NotFound);

        Assert.Equal(DeliveryState.Waiting, (await hub.OnlyAsync(MessageKind.LltpDossier, letter.Dossier)).State);
        Assert.Single(await hub.ActsAsync());
    }
}
