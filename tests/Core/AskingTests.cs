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
        tthc.Answers(Presence.Arrived, Scripts.Said("held"));

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
        tthc.Answers(Presence.NotArrived, Scripts.Said("not held"));

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
        tthc.Answers(Presence.CannotSay, silent ? Scripts.Silence : Scripts.Unavailable);

        await AgainAsync(hub);

        Assert.Equal((1, sent), (tthc.Asked, tthc.Sent.Count));
    }

    [Fact]
    public async Task A_partner_that_doubles_repeats_is_only_asked_until_it_can_say()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await GivenUnknownAsync(tthc, ("Partners:tthc:Unknown", "AskOnly"));

        await AgainAsync(hub);
        await AgainAsync(hub);

        Assert.Equal((2, 1), (tthc.Asked, tthc.Sent.Count));
        Assert.Equal(DeliveryState.OutcomeUnknown, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        tthc.Answers(Presence.NotArrived, Scripts.Said("not held"));
        await AgainAsync(hub);
        Assert.Equal((3, 2), (tthc.Asked, tthc.Sent.Count));
    }

    [Fact]
    public async Task A_partner_whose_answers_are_not_relied_upon_is_never_asked()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await GivenUnknownAsync(tthc, ("Partners:tthc:Unknown", "RepeatOnly"));

        await AgainAsync(hub);

        Assert.Equal((0, 2), (tthc.Asked, tthc.Sent.Count));
    }

    [Fact]
    public async Task Only_asking_on_without_an_answer_ends_with_a_person()
    {
        var tthc = new AskablePartner(Partner.Tthc);
        await using var hub = await GivenUnknownAsync(tthc, ("Partners:tthc:Unknown", "AskOnly"), ("Recovery:GiveUpAfter", "00:01:30"));

        await AgainAsync(hub);
        await AgainAsync(hub);

        Assert.Equal(DeliveryState.Parked, (await hub.OnlyAsync(MessageKind.TthcDossier)).State);
        Assert.Single(tthc.Sent);
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
    static async Task<TestHub> GivenUnknownAsync(ScriptedPartner tthc, params (string Key, string Value)[] settings)
    {
        var hub = await TestHub.StartWithAsync([tthc], settings);
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
