using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class EarlyEventTests
{
    [Fact]
    public async Task A_look_up_request_proves_the_dossier_that_is_still_on_its_way()
    {
        await using var hub = await GivenAcceptedAsync();
        await hub.ClaimAsync(Partner.Lltp);

        await hub.TakesAsync(Messages.LookupRequest());

        var dossier = await hub.OnlyAsync(MessageKind.LltpDossier);
        Assert.Equal((DeliveryState.Delivered, "ProvedByEvent"), (dossier.State, dossier.Reason));
        Assert.Equal((DossierState.InProcess, 6), (await hub.StateAsync(), (await hub.DossierAsync()).Step));
        Assert.Equal(["DeliveryDelivered", "DossierReceived", "LookupAsked"], (await hub.EventsAsync()).TakeLast(3));
    }

    [Fact]
    public async Task Everything_that_a_proof_makes_the_hub_owe_is_told_in_order()
    {
        await using var hub = await GivenAcceptedAsync();
        await hub.ClaimAsync(Partner.Lltp);

        await hub.TakesAsync(Messages.FromLltp(EventKind.Refused, Sample.Refusal()));
        await hub.DeliverAllAsync();

        Assert.Equal([2, 4, 3], hub[Partner.Vneid].States);
        Assert.Equal(3, await hub.ShownAsync(Partner.Dvcqg));
    }

    [Fact]
    public async Task The_late_reply_of_a_proved_attempt_changes_nothing()
    {
        await using var hub = await GivenAcceptedAsync();
        var claimed = Assert.Single(await hub.ClaimAsync(Partner.Lltp));
        await hub.TakesAsync(Messages.LookupRequest());
        var before = await hub.EventsAsync();

        hub[Partner.Lltp].Replies(Scripts.Said("1", "Thiếu họ tên"));
        await hub.DeliverAsync(claimed);

        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.LltpDossier)).State);
        Assert.Equal(before, await hub.EventsAsync());
        Assert.Empty(await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task An_answer_of_v06_proves_the_look_up_whose_outcome_nobody_knew()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.V06].Replies(Scripts.Silence);
        var request = await hub.GivenLookupAsync();
        Assert.Equal(DeliveryState.OutcomeUnknown, (await hub.OnlyAsync(MessageKind.V06Lookup)).State);

        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)));
        await hub.DeliverAllAsync();

        Assert.Equal("ProvedByEvent", (await hub.OnlyAsync(MessageKind.V06Lookup)).Reason);
        Assert.Equal((8, LookupState.Answered), ((await hub.DossierAsync()).Step, (await hub.LookupAsync(request)).State));
        Assert.Equal([MessageKind.LltpDossier, MessageKind.LltpLookupResult], hub[Partner.Lltp].Kinds);
        Assert.Equal("TC-1", hub[Partner.Lltp].Sent.Last().Reference);
    }

    [Fact]
    public async Task An_answer_proves_only_the_look_up_that_it_answers()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.V06].Replies(Scripts.Silence);
        var request = await hub.GivenLookupAsync();

        await hub.SendAsync(Messages.FromV06(Sample.LookupAnswer("another")));

        Assert.Equal(DeliveryState.OutcomeUnknown, (await hub.OnlyAsync(MessageKind.V06Lookup)).State);
        Assert.Equal(LookupState.Open, (await hub.LookupAsync(request)).State);
    }

    [Fact]
    public async Task An_officers_act_proves_that_tthc_has_the_dossier()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Scripts.Silence);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.Acceptance());

        Assert.Equal("ProvedByEvent", (await hub.OnlyAsync(MessageKind.TthcDossier)).Reason);
        Assert.Equal(2, await hub.ShownAsync(Partner.Tthc));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_delivery_that_was_given_up_is_proved_too(bool silentFromTheFirst)
    {
        await using var hub = await GivenAcceptedAsync();
        hub[Partner.Lltp].Replies(silentFromTheFirst ? Scripts.Silence : Scripts.Unavailable, Scripts.Silence);
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromHours(73));
        await hub.DeliverAllAsync();
        Assert.Equal("GaveUp", (await hub.OnlyAsync(MessageKind.LltpDossier)).Reason);

        await hub.TakesAsync(Messages.LookupRequest());

        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.LltpDossier)).State);
    }

    [Fact]
    public async Task A_delivery_whose_reply_nobody_understood_is_proved_too()
    {
        await using var hub = await GivenAcceptedAsync();
        hub[Partner.Lltp].Replies(Scripts.Said("perhaps"));
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.LookupRequest());

        Assert.Equal("ProvedByEvent", (await hub.OnlyAsync(MessageKind.LltpDossier)).Reason);
    }

    [Fact]
    public async Task A_delivery_that_was_never_attempted_is_not_proved()
    {
        await using var hub = await GivenAcceptedAsync();

        var receipt = await hub.SendAsync(Messages.LookupRequest());

        Assert.Equal(FailureCode.NotAllowedNow, receipt.Refusal?.Code);
        Assert.Equal(DeliveryState.Waiting, (await hub.OnlyAsync(MessageKind.LltpDossier)).State);
    }

    [Fact]
    public async Task An_update_that_the_lltp_software_refused_is_not_proved_by_its_work_on_the_earlier_version()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.SupplementRequest());
        await hub.DeliverAllAsync();
        hub[Partner.Lltp].Replies(Scripts.Said("0", "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin"));
        await hub.TakesAsync(Messages.Supplement(), Messages.Acceptance());
        await hub.DeliverAllAsync();
        Assert.Equal([nameof(WorkItemKind.PartnerConflict)], await hub.WorkItemsAsync());

        var receipt = await hub.SendAsync(Messages.Certificate());

        Assert.Equal(FailureCode.NotAllowedNow, receipt.Refusal?.Code);
        Assert.Equal(DeliveryState.Parked, (await hub.OnlyAsync(MessageKind.LltpUpdate)).State);
    }

    static async Task<TestHub> GivenAcceptedAsync()
    {
        var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.Acceptance());
        return hub;
    }
}

[OnPostgres]
public sealed class EarlyEventTestsOnPostgres : EarlyEventTests;
