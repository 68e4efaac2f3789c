using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class DuplicateTests
{
    const int Rounds = 20;
    const int Copies = 8;

    [Fact]
    public async Task Copies_of_a_dossier_that_arrive_together_make_one_version_and_all_hear_yes()
    {
        await using var hub = await TestHub.StartAsync();
        foreach (var number in Enumerable.Range(0, Rounds).Select(round => $"H56.14-260601-{round}"))
        {
            var receipts = await TogetherAsync(hub, Messages.FromVneid(Sample.Application(number)));

            Assert.All(receipts, receipt => Assert.Null(receipt.Refusal));
            Assert.Single(receipts, receipt => !receipt.Repeated);
            Assert.Equal((1, DossierState.Registered), ((await hub.DossierAsync(number)).Version, await hub.StateAsync(number)));
            Assert.Equal(["Submitted"], await hub.EventsAsync(number));
            await hub.OnlyAsync(MessageKind.TthcDossier, number);
        }
    }

    [Fact]
    public async Task Copies_of_an_event_that_arrive_together_happen_once_and_all_get_the_same_answer()
    {
        await using var hub = await TestHub.StartAsync();
        foreach (var number in Enumerable.Range(0, Rounds).Select(round => $"H56.14-260601-{round}"))
        {
            await hub.TakesAsync(Messages.FromVneid(Sample.Application(number)));

            var receipts = await TogetherAsync(hub, Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), "key " + number, number));

            Assert.Single(receipts.Select(receipt => receipt.Answer).Distinct());
            Assert.NotNull(receipts[0].Answer);
            Assert.Equal(["Submitted", "Accepted"], await hub.EventsAsync(number));
        }
    }

    [Fact]
    public async Task A_repeated_event_gets_its_first_answer_whatever_has_happened_since()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        var acceptance = Messages.Acceptance();
        var first = await hub.SendAsync(acceptance);
        await hub.TakesAsync(Messages.Withdrawal());

        var repeated = await hub.SendAsync(acceptance);

        Assert.Equal(first.Answer, repeated.Answer);
        Assert.True(repeated.Repeated);
    }

    [Fact]
    public async Task An_event_is_known_by_any_of_its_identities()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        var asked = Messages.LookupRequest();
        var first = await hub.SendAsync(asked);

        var again = await hub.SendAsync(asked with { Keys = ["urn:uuid:another", asked.Keys[1]] });

        Assert.Equal(first.Answer, again.Answer);
        await hub.OnlyAsync(MessageKind.V06Lookup);
    }

    [Fact]
    public async Task The_same_dossier_again_is_a_yes_and_nothing_else_in_every_state()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        var before = await hub.EventsAsync();

        var receipt = await hub.SendAsync(Messages.Application());

        Assert.Null(receipt.Refusal);
        Assert.True(receipt.Repeated);
        Assert.Equal(before, await hub.EventsAsync());
    }

    [Theory]
    [InlineData(1, true), InlineData(2, false)]
    public async Task A_copy_waits_two_seconds_for_the_first_one_and_is_then_asked_to_come_back(int seconds, bool answered)
    {
        await using var hub = await TestHub.StartAsync();
        using var writer = new HeldWriter(hub.Database);
        await writer.Holds;
        var first = hub.SendAsync(Messages.Application());
        var copy = hub.SendAsync(Messages.Application());
        Assert.Equal(1, hub.Clock.Waiting);

        hub.Clock.Advance(TimeSpan.FromSeconds(seconds));
        if (answered)
            writer.LetGo();

        Assert.Equal(answered ? null : FailureCode.Busy, (await copy).Refusal?.Code);
        writer.LetGo();
        Assert.Null((await first).Refusal);
    }

    static async Task<Receipt[]> TogetherAsync(TestHub hub, Incoming message)
    {
        using var start = new Barrier(Copies);
        return await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return hub.SendAsync(message);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}

[OnPostgres]
public sealed class DuplicateTestsOnPostgres : DuplicateTests;
