using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class AskingTests
{
    [Fact]
    public async Task What_the_partner_says_arrived_is_not_sent_again()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await GivenUnknownAsync(tthc);
        tthc.Answers(Scripts.Said("known"));

        await AgainAsync(hub);

        Assert.Equal((1, 1), (tthc.Asked, tthc.Sent.Count));
        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        Assert.Equal(1, await hub.ShownAsync(Partner.Tthc));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task What_the_partner_says_did_not_arrive_is_sent_again(bool repeatable)
    {
        var tthc = new AskablePartner(Partner.Tthc, repeatable);
        await using var hub = await GivenUnknownAsync(tthc);
        tthc.Answers(Scripts.Said("unknown there"));

        await AgainAsync(hub);

        Assert.Equal((1, 2), (tthc.Asked, tthc.Sent.Count));
        Assert.Equal(DeliveryState.Delivered, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
    }

    [Theory]
    [InlineData(true, true, 2), InlineData(true, false, 2), InlineData(false, true, 1), InlineData(false, false, 1)]
    public async Task While_the_partner_cannot_say_only_what_is_repeatable_is_sent_again(bool repeatable, bool silent, int sent)
    {
        var tthc = new AskablePartner(Partner.Tthc, repeatable);
        await using var hub = await GivenUnknownAsync(tthc);
        tthc.Answers(silent ? Scripts.Silence : Scripts.Unavailable);

        await AgainAsync(hub);

        Assert.Equal((1, sent), (tthc.Asked, tthc.Sent.Count));
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_was_certainly_not_sent()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await TestHub.StartWithAsync([tthc]);
        tthc.Replies(Scripts.Unavailable);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();

        await AgainAsync(hub);

        Assert.Equal((0, 2), (tthc.Asked, tthc.Sent.Count));
    }

    [Fact]
    public async Task Where_neither_asking_nor_repeating_is_harmless_a_person_decides()
    {
        await using var hub = await GivenUnknownAsync(new ScriptedPartner(Partner.Tthc, repeatable: false));

        Assert.Equal(DeliveryState.Parked, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        Assert.Equal([nameof(WorkItemKind.GaveUp)], await hub.WorkItemsAsync());
    }

    /// <summary>A dossier whose delivery to TTHC got no answer.</summary>
    static async Task<TestHub> GivenUnknownAsync(ScriptedPartner tthc)
    {
        var hub = await TestHub.StartWithAsync([tthc]);
        tthc.Replies(Scripts.Silence);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync();
        return hub;
    }

    static Task<int> AgainAsync(TestHub hub)
    {
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        return hub.DeliverDueAsync(Partner.Tthc);
    }
}

[OnPostgres]
public sealed class AskingTestsOnPostgres : AskingTests;
