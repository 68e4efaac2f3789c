using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class DeliveryTests
{
    [Fact]
    public async Task All_attempts_of_a_delivery_have_one_identity()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Scripts.Unavailable, Scripts.Silence);
        await hub.TakesAsync(Messages.Application());

        for (var round = 0; round < 3; round++)
        {
            await hub.DeliverDueAsync(Partner.Tthc);
            hub.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(hub[Partner.Tthc].Sent.Select(sent => sent.DeliveryId).Distinct());
        Assert.Equal([1, 2, 3], hub[Partner.Tthc].Sent.Select(sent => sent.Attempt));
        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_partners_retry_after()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Scripts.Unavailable with { RetryAfter = TimeSpan.FromMinutes(30) });
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverDueAsync(Partner.Tthc);

        hub.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await hub.DeliverDueAsync(Partner.Tthc));
        hub.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await hub.DeliverDueAsync(Partner.Tthc));
    }

    [Fact]
    public async Task A_dossier_that_tthc_rejects_waits_for_people_and_the_citizen_is_not_refused()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(new Reply(Transport.Readable, 422, "problem"));
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        Assert.Equal("PartnerRejected", (await hub.OnlyAsync(MessageKind.TthcDossier)).Reason);
        Assert.Equal([nameof(WorkItemKind.PartnerRejected)], await hub.WorkItemsAsync());
        Assert.Equal((DossierState.Registered, 1), (await hub.StateAsync(), await hub.ShownAsync(Partner.Vneid)));
        Assert.Empty(hub[Partner.Vneid].Sent);
    }

    [Fact]
    public async Task A_dossier_that_lltp_rejects_is_one_thing_for_people_to_do()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Lltp].Replies(Scripts.Said("1", "Thiếu họ tên"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();

        Assert.Equal((DossierState.Accepted, 4), (await hub.StateAsync(), (await hub.DossierAsync()).Step));
        Assert.Equal("PartnerRejected", (await hub.OnlyAsync(MessageKind.LltpDossier)).Reason);
        Assert.Equal([nameof(WorkItemKind.PartnerRejected)], await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task Words_that_nobody_has_judged_park_the_delivery()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Scripts.Said("perhaps"));
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        Assert.Equal((DeliveryState.Parked, "UnknownReply"), await StateOfAsync(hub, MessageKind.TthcDossier));
        Assert.Equal([nameof(WorkItemKind.UnknownReply)], await hub.WorkItemsAsync());
    }

    [Fact]
    public async Task A_code_that_the_partner_lacks_parks_the_delivery_and_names_the_field()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Reply.NotMapped("nguoiYeuCau.danToc"));
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        var item = Assert.Single(await hub.Queries.WorkItemsAsync(10, CancellationToken.None));
        Assert.Equal((nameof(WorkItemKind.UnmappedCode), "nguoiYeuCau.danToc"), (item.Kind, item.Detail));
    }

    [Fact]
    public async Task A_dossier_that_the_national_portal_has_goes_out_again_as_an_update_of_the_same_delivery()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Dvcqg].Replies(Scripts.Said("-3", "Hồ sơ đã tồn tại"));
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        Assert.Equal([null, "update"], hub[Partner.Dvcqg].Sent.Select(sent => sent.Hint));
        Assert.Single(hub[Partner.Dvcqg].Sent.Select(sent => sent.DeliveryId).Distinct());
        Assert.Equal(1, await hub.ShownAsync(Partner.Dvcqg));
    }

    [Fact]
    public async Task A_hint_that_was_followed_in_vain_is_not_followed_again_without_a_pause()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Dvcqg].Replies(Scripts.Said("-3", "Hồ sơ đã tồn tại"), Scripts.Said("-3", "Hồ sơ đã tồn tại"));
        await hub.TakesAsync(Messages.Application());

        Assert.Equal(1, await hub.DeliverDueAsync(Partner.Dvcqg));
        Assert.Equal(1, await hub.DeliverDueAsync(Partner.Dvcqg));
        Assert.Equal(0, await hub.DeliverDueAsync(Partner.Dvcqg));
    }

    [Fact]
    public async Task The_signed_answer_of_a_partner_is_kept_as_evidence_of_the_attempt()
    {
        await using var hub = await TestHub.StartAsync();
        byte[] receipt = [7, 7, 7];
        hub[Partner.Tthc].Replies(Scripts.Said("new") with { Evidence = receipt, SentHash = "abc" });
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync(Partner.Tthc);

        var attempt = (await hub.ReadAsync(work => work.EventsOfAsync(Sample.Number)))[^1];
        Assert.Equal(("DeliveryDelivered", "abc", Fingerprint.Sha256Hex(receipt)), (attempt.Kind, attempt.SentHash, attempt.Evidence));
        Assert.Equal(receipt, (await hub.ReadAsync(work => work.OpenPayloadAsync(attempt.Evidence ?? "", new()))).ToArray());
    }

    [Fact]
    public async Task The_number_that_lltp_gave_the_dossier_goes_with_everything_later()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Lltp].Replies(Scripts.Said("0") with { PartnerId = "9001" });
        await hub.GivenInProcessAsync();

        await hub.TakesAsync(Messages.Withdrawal());
        await hub.DeliverAllAsync();

        Assert.Equal([null, "9001"], hub[Partner.Lltp].Sent.Select(sent => sent.Dossier.LltpId));
    }

    [Fact]
    public async Task What_a_stopped_process_had_in_flight_is_sent_again_after_its_lease()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        await hub.ClaimAsync(Partner.Tthc);

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await hub.Pipeline.SweepAsync(CancellationToken.None));
        await hub.DeliverAllAsync(Partner.Tthc);

        Assert.Equal(2, hub[Partner.Tthc].Sent.Single().Attempt);
        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
    }

    static async Task<(string, string?)> StateOfAsync(TestHub hub, string kind) =>
        ((await hub.OnlyAsync(kind)).State, (await hub.OnlyAsync(kind)).Reason);
}

[OnPostgres]
public sealed class DeliveryTestsOnPostgres : DeliveryTests;
