using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Dossiers that VNeID does not know: the same process, two displays.</summary>
public sealed class CounterDossierTests
{
    [Fact]
    public async Task It_goes_the_whole_way_and_vneid_never_hears_of_it()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(AtCounter());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.Acceptance());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        Assert.Equal(DossierState.Finished, await hub.StateAsync());

        await hub.TakesAsync(Messages.FromTthc(EventKind.HandedOver, Sample.HandOver()));
        await hub.DeliverAllAsync();

        Assert.Empty(hub[Partner.Vneid].Sent);
        Assert.Equal([1, 2, 4, 9, 10], hub[Partner.Dvcqg].Of(MessageKind.DvcqgDossier).Select(sent => sent.Dossier.State));
        Assert.Empty(hub[Partner.Tthc].Of(MessageKind.TthcDossier));
        Assert.Single(hub[Partner.Tthc].Of(MessageKind.TthcCertificate));
        Assert.Equal((10, 10), (await hub.ShownAsync(Partner.Tthc), await hub.ShownAsync(Partner.Dvcqg)));
    }

    [Fact]
    public async Task A_supplement_comes_from_tthc_too()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(AtCounter(), Messages.SupplementRequest(), AtCounter("2"));
        await hub.DeliverAllAsync();

        Assert.Equal((2, 1), ((await hub.DossierAsync()).Version, (await hub.DossierAsync()).State));
        Assert.Equal([1, 5, 1], hub[Partner.Dvcqg].Of(MessageKind.DvcqgDossier).Select(sent => sent.Dossier.State));
    }

    [Fact]
    public async Task The_same_dossier_again_is_known_and_another_one_under_its_number_is_not_taken()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(AtCounter());

        Assert.True((await hub.SendAsync(AtCounter())).Repeated);
        Assert.Equal(FailureCode.NotAllowedNow, (await hub.SendAsync(AtCounter("2"))).Refusal?.Code);
    }

    [Fact]
    public async Task Neither_side_may_write_on_a_dossier_of_the_other()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        Assert.Equal(FailureCode.ContentConflict, (await hub.SendAsync(AtCounter())).Refusal?.Code);

        const string counter = "H56.14-260601-9001";
        await hub.TakesAsync(AtCounter(number: counter));
        Assert.Equal(FailureCode.ContentConflict, (await hub.SendAsync(Messages.FromVneid(Sample.Application(counter)))).Refusal?.Code);
    }

    [Fact]
    public async Task Its_number_need_not_be_the_hubs()
    {
        await using var hub = await TestHub.StartAsync(("Numbers:Allocator", "Hub"));

        await hub.TakesAsync(AtCounter());

        Assert.Equal(FailureCode.NumberNotIssued, (await hub.SendAsync(Messages.FromVneid(Sample.Application("H56.14-260601-7777")))).Refusal?.Code);
    }

    static Incoming AtCounter(string purpose = "1", string number = Sample.Number) =>
        Messages.FromVneid(Sample.Application(number, purpose: purpose)) with { Partner = Partner.Tthc, Door = "tthc.dossiers" };
}
