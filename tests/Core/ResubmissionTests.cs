using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ResubmissionTests
{
    [Theory]
    [InlineData(0, 1, DossierState.SupplementAsked), InlineData(120, 1, DossierState.SupplementAsked)]
    [InlineData(121, 2, DossierState.Registered)]
    public async Task The_same_content_is_a_supplement_only_two_minutes_after_vneid_showed_the_request(
        int seconds, int version, DossierState state)
    {
        await using var hub = await GivenSupplementAskedAsync();

        hub.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await hub.TakesAsync(Messages.Application());

        Assert.Equal((version, state), ((await hub.DossierAsync()).Version, await hub.StateAsync()));
    }

    [Fact]
    public async Task The_same_content_is_no_supplement_while_vneid_has_not_shown_the_request()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.SupplementRequest());

        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.TakesAsync(Messages.Application());

        Assert.Equal(DossierState.SupplementAsked, await hub.StateAsync());
    }

    [Fact]
    public async Task New_content_is_a_supplement_at_once()
    {
        await using var hub = await GivenSupplementAskedAsync();

        await hub.TakesAsync(Messages.Supplement());
        await hub.DeliverAllAsync();

        Assert.Equal((2, DossierState.Registered), ((await hub.DossierAsync()).Version, await hub.StateAsync()));
        Assert.Equal([1, 2], hub[Partner.Tthc].Of(MessageKind.TthcDossier).Select(sent => sent.Dossier.Version));
    }

    [Fact]
    public async Task The_content_of_an_older_version_is_never_a_supplement()
    {
        await using var hub = await GivenSupplementAskedAsync();
        await hub.TakesAsync(Messages.Supplement(), Messages.SupplementRequest());
        await hub.DeliverAllAsync();

        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.TakesAsync(Messages.Application());

        Assert.Equal((2, DossierState.SupplementAsked), ((await hub.DossierAsync()).Version, await hub.StateAsync()));
    }

    [Fact]
    public async Task A_supplement_proves_that_vneid_has_the_request_for_it()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Vneid].Replies(Scripts.Silence);
        await hub.TakesAsync(Messages.Application(), Messages.SupplementRequest());
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.Supplement());

        var asked = await hub.OnlyAsync(MessageKind.VneidState);
        Assert.Equal((DeliveryState.Delivered, "ProvedByEvent"), (asked.State, asked.Reason));
    }

    [Fact]
    public async Task A_version_that_was_never_sent_is_superseded_by_the_next()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.SupplementRequest());
        await hub.DeliverAllAsync(Partner.Vneid);

        await hub.TakesAsync(Messages.Supplement());
        await hub.DeliverAllAsync();

        Assert.Equal([(DeliveryState.Cancelled, "Superseded"), (DeliveryState.Delivered, null)],
            (await hub.DeliveriesAsync(MessageKind.TthcDossier)).Select(row => (row.State, row.Reason)));
    }

    [Fact]
    public async Task The_accepted_supplement_reaches_the_lltp_software_as_an_update()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();

        await SupplementAsync(hub);

        Assert.Equal([MessageKind.LltpDossier, MessageKind.LltpPause, MessageKind.LltpUpdate], hub[Partner.Lltp].Kinds);
        Assert.Equal([2, 4, 5, 2, 4], hub[Partner.Vneid].States);
        Assert.Equal(DossierState.InProcess, await hub.StateAsync());
    }

    [Fact]
    public async Task A_pause_does_not_outlive_the_dossier_that_it_was_meant_for()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.Acceptance());

        await SupplementAsync(hub, Partner.Vneid);

        Assert.Equal([MessageKind.LltpDossier], hub[Partner.Lltp].Kinds);
        Assert.Equal(2, hub[Partner.Lltp].Sent.Single().Dossier.Version);
    }

    static async Task<TestHub> GivenSupplementAskedAsync()
    {
        var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.SupplementRequest());
        await hub.DeliverAllAsync();
        return hub;
    }

    /// <summary>A supplement is asked, sent and accepted; before it is sent only the named partners are reached.</summary>
    static async Task SupplementAsync(TestHub hub, params string[] reached)
    {
        await hub.TakesAsync(Messages.SupplementRequest());
        await hub.DeliverAllAsync(reached);
        await hub.TakesAsync(Messages.Supplement(), Messages.Acceptance());
        await hub.DeliverAllAsync();
    }
}

[OnPostgres]
public sealed class ResubmissionTestsOnPostgres : ResubmissionTests;
