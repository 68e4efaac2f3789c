using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ClosingTests
{
    [Fact]
    public async Task A_withdrawal_stops_lltp_and_cancels_at_v06_what_they_have()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();

        await hub.TakesAsync(Messages.Withdrawal());
        await hub.DeliverAllAsync();

        Assert.Equal(MessageKind.LltpStop, hub[Partner.Lltp].Kinds.Last());
        Assert.Equal((MessageKind.V06Cancel, request), (hub[Partner.V06].Sent.Last().Kind, hub[Partner.V06].Sent.Last().Reference));
        Assert.Equal(LookupState.Cancelled, (await hub.LookupAsync(request)).State);
    }

    [Fact]
    public async Task Every_open_look_up_is_cancelled_at_v06()
    {
        await using var hub = await TestHub.StartAsync();
        var first = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromLltp(EventKind.LookupAsked, Sample.LookupRequest("TC-2")));
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.Withdrawal());
        await hub.DeliverAllAsync();

        var second = (await hub.DeliveriesAsync(MessageKind.V06Lookup))[1].Id;
        Assert.Equal([first, second], (await hub.DeliveriesAsync(MessageKind.V06Cancel)).Select(cancel => cancel.Reference ?? "").Order());
    }

    [Fact]
    public async Task What_was_never_sent_is_cancelled_with_the_closing_event_as_its_reason()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());

        await hub.TakesAsync(Messages.FromTthc(EventKind.Stopped, Sample.Stop()));
        await hub.DeliverAllAsync();

        var dossier = await hub.OnlyAsync(MessageKind.LltpDossier);
        Assert.Equal((DeliveryState.Cancelled, "Stopped"), (dossier.State, dossier.Reason));
        Assert.Empty(hub[Partner.Lltp].Sent);
        Assert.Equal([2, 8], hub[Partner.Vneid].States);
    }

    [Fact]
    public async Task What_may_have_arrived_is_finished_first_and_stopped_then()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Lltp].Replies(Scripts.Silence);
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.Withdrawal());
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal([MessageKind.LltpDossier, MessageKind.LltpDossier, MessageKind.LltpStop], hub[Partner.Lltp].Kinds);
        Assert.Equal(DossierState.Withdrawn, await hub.StateAsync());
    }

    [Fact]
    public async Task What_could_not_be_written_at_all_is_cancelled_and_not_stopped()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Lltp].Replies(Reply.NotMapped("nguoiYeuCau.danToc"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.Withdrawal());

        Assert.Equal(DeliveryState.Cancelled, (await hub.OnlyAsync(MessageKind.LltpDossier)).State);
        Assert.Empty(await hub.DeliveriesAsync(MessageKind.LltpStop));
    }

    [Fact]
    public async Task A_pause_for_a_dossier_that_was_never_sent_is_not_sent_either()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance(), Messages.SupplementRequest(), Messages.Withdrawal());

        await hub.DeliverAllAsync();

        Assert.Empty(hub[Partner.Lltp].Sent);
    }

    [Fact]
    public async Task A_refusal_by_the_officer_opens_a_refund_case()
    {
        await using var hub = await TestHub.StartAsync();

        await hub.TakesAsync(Messages.Application(), Messages.FromTthc(EventKind.Refused, Sample.Refusal()));
        await hub.DeliverAllAsync();

        Assert.Equal([nameof(WorkItemKind.RefundCase)], await hub.WorkItemsAsync());
        Assert.Equal("Thiếu giấy tờ", hub[Partner.Vneid].Sent.Single().Dossier.Reason);
    }

    [Fact]
    public async Task A_certificate_ends_an_open_look_up()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();

        await hub.TakesAsync(Messages.Certificate());

        Assert.Equal(LookupState.NotNeeded, (await hub.LookupAsync(request)).State);
    }
}

[OnPostgres]
public sealed class ClosingTestsOnPostgres : ClosingTests;
