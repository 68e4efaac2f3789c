using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class DisplayTests
{
    [Fact]
    public async Task A_display_shows_a_state_when_its_partner_has_acknowledged_it()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        Assert.Equal((1, 2), (await hub.ShownAsync(Partner.Vneid), await hub.ShownAsync(Partner.Tthc)));

        hub[Partner.Vneid].Replies(Scripts.Unavailable);
        await hub.DeliverAllAsync(Partner.Vneid);
        Assert.Equal(1, await hub.ShownAsync(Partner.Vneid));

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync(Partner.Vneid);
        Assert.Equal(2, await hub.ShownAsync(Partner.Vneid));
        Assert.Null(await hub.ShownAsync(Partner.Dvcqg));
    }

    [Fact]
    public async Task A_parked_message_leaves_the_display_where_it_is()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không thể cập nhật lên trạng thái 2"));
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync();

        Assert.Equal(1, await hub.ShownAsync(Partner.Vneid));
        Assert.Equal([nameof(WorkItemKind.PartnerConflict)], await hub.WorkItemsAsync());
        Assert.Equal("BehindEarlier", (await hub.DeliveriesAsync(MessageKind.VneidState))[1].Reason);
    }

    [Fact]
    public async Task A_late_acknowledgement_does_not_take_a_display_back_behind_its_own_decision()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        await hub.DeliverAllAsync(Partner.Lltp);
        Assert.Equal(DossierState.InProcess, await hub.StateAsync());

        await hub.TakesAsync(Messages.Withdrawal());
        await hub.DeliverAllAsync();

        Assert.Equal(7, await hub.ShownAsync(Partner.Tthc));
    }

    [Fact]
    public async Task A_state_that_vneid_shows_already_is_done_when_it_cannot_be_set_again()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không thể cập nhật lên trạng thái 4"));

        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request, LookupResult.Found)));
        await hub.DeliverAllAsync();

        var again = (await hub.DeliveriesAsync(MessageKind.VneidState))[^1];
        Assert.Equal((DeliveryState.Delivered, "AlreadyDone"), (again.State, again.Reason));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_new_certificate_that_vneid_cannot_set_is_never_already_done(bool repeated)
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        var no = Scripts.Said("01", "Không thể cập nhật lên trạng thái 10");
        hub[Partner.Vneid].Replies(repeated ? [Scripts.Silence, no] : [no]);

        await hub.TakesAsync(Messages.FromLltp(EventKind.Reissued, Sample.Issue("124/2026/LLTP-01", "123/2026/LLTP-01")));
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal("PartnerConflict", (await hub.DeliveriesAsync(MessageKind.VneidResult))[^1].Reason);
    }
}

[OnPostgres]
public sealed class DisplayTestsOnPostgres : DisplayTests;
