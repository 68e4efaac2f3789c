using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Numbers:Allocator = Tthc.</summary>
public sealed class TthcNumberTests
{
    [Fact]
    public async Task A_number_is_asked_from_tthc_and_kept_before_it_is_given()
    {
        var source = new NumberingPartner();
        await using var hub = await TestHub.StartWithAsync([source]);
        source.Gives("H56.14-260601-0001");

        Assert.Equal("H56.14-260601-0001", (await NextAsync(hub)).Number);
        Assert.True(await hub.ReadAsync(work => work.WasIssuedAsync("H56.14-260601-0001")));
    }

    [Fact]
    public async Task A_number_that_tthc_gives_twice_is_given_once()
    {
        var source = new NumberingPartner();
        await using var hub = await TestHub.StartWithAsync([source]);
        source.Gives("H56.14-260601-0001", "H56.14-260601-0001");

        await NextAsync(hub);

        Assert.Equal(FailureCode.NoNumber, (await NextAsync(hub)).Refusal?.Code);
    }

    [Fact]
    public async Task After_five_seconds_the_asker_is_told_to_come_back()
    {
        var source = new NumberingPartner { IsSilent = true };
        await using var hub = await TestHub.StartWithAsync([source]);

        var asked = NextAsync(hub);
        await source.WasAsked;
        hub.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(asked.IsCompleted);
        hub.Clock.Advance(TimeSpan.FromSeconds(0.2));

        var given = await asked.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((null, true), (given.Number, given.Refusal?.IsTemporary));
    }

    [Fact]
    public async Task Numbers_fetched_ahead_are_given_without_asking_oldest_first_and_not_on_another_day()
    {
        var source = new NumberingPartner();
        await using var hub = await TestHub.StartWithAsync([source], ("Numbers:Pool", "3"));
        source.Gives("n-1", "n-2", "n-3");
        Assert.Equal(3, await hub.Get<NumberPool>().FillAsync(CancellationToken.None));

        source.IsSilent = true;
        Assert.Equal(("n-1", "n-2"), ((await NextAsync(hub)).Number, (await NextAsync(hub)).Number));

        hub.Clock.Advance(TimeSpan.FromDays(1));
        source.IsSilent = false;
        source.Gives("n-4");
        Assert.Equal("n-4", (await NextAsync(hub)).Number);
        await hub.Get<NumberPool>().FillAsync(CancellationToken.None);
        Assert.Equal(0, await hub.ReadAsync(work => work.PoolSizeAsync()));
    }

    [Fact]
    public async Task A_dossier_under_a_number_that_nobody_gave_is_taken_and_the_history_says_so()
    {
        await using var hub = await TestHub.StartAsync();

        await hub.TakesAsync(Messages.Application());

        Assert.Equal("ForeignNumber", Assert.Single(await hub.ReadAsync(work => work.EventsOfAsync(Sample.Number))).Detail);
    }

    static Task<GivenNumber> NextAsync(TestHub hub) => hub.Get<DossierNumbers>().NextAsync(CancellationToken.None);
}
