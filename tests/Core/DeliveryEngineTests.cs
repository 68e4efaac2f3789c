using System.Collections.Concurrent;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class DeliveryEngineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_commit_wakes_the_delivery_before_any_timer()
    {
        await using var hub = await TestHub.StartAsync();
        var earlier = new Arrivals(hub[Partner.Tthc], 1);
        var sent = new Arrivals(hub[Partner.Lltp], 1);
        await using var engine = await hub.RunEngineAsync();
        await hub.TakesAsync(Messages.Application());
        await earlier.All.WaitAsync(Patience);

        await hub.TakesAsync(Messages.Acceptance());

        await sent.All.WaitAsync(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task The_lease_of_a_message_on_its_way_is_renewed()
    {
        await using var hub = await TestHub.StartAsync();
        await using var engine = await hub.RunEngineAsync();
        var gate = await GivenOnTheWayAsync(hub);

        hub.Clock.Advance(TimeSpan.FromSeconds(30));
        await UntilLeasedAsync(hub, Sample.Start.AddSeconds(90));
        hub.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(0, await hub.Pipeline.SweepAsync(CancellationToken.None));
        gate.SetResult();
    }

    [Fact]
    public async Task A_renewal_that_failed_once_is_not_the_last()
    {
        await using var hub = await TestHub.StartAsync();
        await using var engine = await hub.RunEngineAsync();
        var gate = await GivenOnTheWayAsync(hub);
        await GivenLeaseTakenAsync(hub, Sample.Start.AddSeconds(90).Ms());

        hub.Clock.Advance(TimeSpan.FromSeconds(30));
        await hub.TakesAsync(Messages.FromVneid(Sample.Application("other")));
        hub.Clock.Advance(TimeSpan.FromSeconds(30));

        await UntilLeasedAsync(hub, Sample.Start.AddSeconds(120));
        gate.SetResult();
    }

    [Fact]
    public async Task An_outcome_wakes_what_it_makes_the_hub_owe()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.Acceptance());
        var told = new Arrivals(hub[Partner.Vneid], 2);

        await using var engine = await hub.RunEngineAsync();

        await told.All.WaitAsync(Patience);
        Assert.Equal([2, 4], hub[Partner.Vneid].States);
    }

    [Fact]
    public async Task A_stuck_dossier_does_not_hold_up_others()
    {
        await using var hub = await TestHub.StartAsync();
        var gate = new TaskCompletionSource();
        var others = new Arrivals(hub[Partner.Tthc], 20, outgoing => outgoing.Dossier.Number == "stuck" ? gate.Task : Task.CompletedTask);
        await using var engine = await hub.RunEngineAsync();

        await hub.TakesAsync(Messages.FromVneid(Sample.Application("stuck")));
        foreach (var number in Enumerable.Range(1, 20))
            await hub.TakesAsync(Messages.FromVneid(Sample.Application($"D{number}")));

        await others.All.WaitAsync(Patience);
        Assert.Equal("InFlight", (await hub.OnlyAsync(MessageKind.TthcDossier, "stuck")).State);
        gate.SetResult();
    }

    [Fact]
    public async Task No_more_than_the_configured_number_is_on_its_way_to_a_partner()
    {
        await using var hub = await TestHub.StartAsync(("Partners:tthc:Concurrency", "3"));
        var gate = new TaskCompletionSource();
        var full = new TaskCompletionSource();
        int running = 0, most = 0;
        var all = new Arrivals(hub[Partner.Tthc], 12, async _ =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == 3)
                full.TrySetResult();
            await gate.Task;
            Interlocked.Decrement(ref running);
        });
        foreach (var number in Enumerable.Range(1, 12))
            await hub.TakesAsync(Messages.FromVneid(Sample.Application($"D{number}")));

        await using var engine = await hub.RunEngineAsync();
        await full.Task.WaitAsync(Patience);
        var claimed = await hub.Queries.OpenDeliveriesAsync(DeliveryState.InFlight, 100, CancellationToken.None);
        gate.SetResult();
        await all.All.WaitAsync(Patience);

        Assert.Equal((3, 3), (most, claimed.Count(row => row.Partner == Partner.Tthc)));
    }

    [Fact]
    public async Task Two_messages_of_one_dossier_are_never_on_their_way_to_a_partner_together()
    {
        await using var hub = await TestHub.StartAsync();
        var onTheWay = new ConcurrentDictionary<string, byte>();
        var together = 0;
        var all = new Arrivals(hub[Partner.Dvcqg], 8 * 9, async outgoing =>
        {
            if (!onTheWay.TryAdd(outgoing.Dossier.Number, 0))
                Interlocked.Increment(ref together);
            await Task.Yield();
            onTheWay.TryRemove(outgoing.Dossier.Number, out var _);
        });
        foreach (var number in Enumerable.Range(1, 8).Select(round => $"D{round}"))
            await GivenFinishedButUntoldAsync(hub, number);

        await using var engine = await hub.RunEngineAsync();
        await all.All.WaitAsync(Patience);

        Assert.Equal(0, together);
        Assert.All(hub[Partner.Dvcqg].Sent.GroupBy(sent => sent.Dossier.Number), told => Assert.Equal(
            told.Select(sent => sent.Dossier.State).Order(), told.Select(sent => sent.Dossier.State)));
    }

    [Fact]
    public async Task A_message_that_the_adapter_fails_on_does_not_stop_the_others()
    {
        await using var hub = await TestHub.StartAsync();
        var others = new Arrivals(hub[Partner.Tthc], 5, outgoing =>
            outgoing.Dossier.Number == "bad" ? throw new InvalidOperationException("A bug of the adapter.") : Task.CompletedTask);
        await using var engine = await hub.RunEngineAsync();

        await hub.TakesAsync(Messages.FromVneid(Sample.Application("bad")));
        foreach (var number in Enumerable.Range(1, 5))
            await hub.TakesAsync(Messages.FromVneid(Sample.Application($"D{number}")));

        await others.All.WaitAsync(Patience);
    }

    /// <summary>A dossier at 10 of which the national portal has heard nothing yet: five states, four progress lines.</summary>
    static async Task GivenFinishedButUntoldAsync(TestHub hub, string number)
    {
        string[] others = [Partner.Vneid, Partner.Tthc, Partner.Lltp, Partner.V06];
        await hub.TakesAsync(Messages.FromVneid(Sample.Application(number)));
        await hub.DeliverAllAsync(others);
        await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), number: number));
        await hub.DeliverAllAsync(others);
        await hub.TakesAsync(Messages.FromLltp(EventKind.Issued, Sample.Issue(), number: number));
        await hub.DeliverAllAsync(others);
    }

    /// <summary>A dossier on its way to TTHC until the gate is opened.</summary>
    /// <summary>No other delivery can be leased until this moment: its renewal fails.</summary>
    static Task<int> GivenLeaseTakenAsync(TestHub hub, long until) => hub.Database.WriteAsync(async work =>
    {
        await work.OweAsync(new() { Id = "taken", Dossier = "Z", Partner = "nobody", State = DeliveryState.Delivered });
        await work.ExecuteAsync("UPDATE delivery SET due_at = NULL, lease_until = @until WHERE id = 'taken'", new { until });
        return await work.ExecuteAsync($"CREATE UNIQUE INDEX once ON delivery (lease_until) WHERE lease_until = {until}");
    }, CancellationToken.None);

    static async Task<TaskCompletionSource> GivenOnTheWayAsync(TestHub hub)
    {
        var gate = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        hub[Partner.Tthc].OnTheWay = _ =>
        {
            arrived.TrySetResult();
            return gate.Task;
        };
        await hub.TakesAsync(Messages.Application());
        await arrived.Task.WaitAsync(Patience);
        return gate;
    }

    static async Task UntilLeasedAsync(TestHub hub, DateTimeOffset until)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await hub.OnlyAsync(MessageKind.TthcDossier)).LeaseUntil != until.Ms())
            patience.Token.ThrowIfCancellationRequested();
    }

    static void InterlockedMax(ref int most, int now)
    {
        int seen;
        while (now > (seen = Volatile.Read(ref most)))
            Interlocked.CompareExchange(ref most, now, seen);
    }

    /// <summary>Completes when a partner has got so many messages to their end.</summary>
    sealed class Arrivals
    {
        readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int left;

        public Arrivals(ScriptedPartner partner, int count, Func<Outgoing, Task>? onTheWay = null)
        {
            left = count;
            partner.OnTheWay = async outgoing =>
            {
                await (onTheWay?.Invoke(outgoing) ?? Task.CompletedTask);
                if (Interlocked.Decrement(ref left) == 0)
                    all.TrySetResult();
            };
        }

        public Task All => all.Task;
    }
}

[OnPostgres]
public sealed class DeliveryEngineTestsOnPostgres : DeliveryEngineTests;
