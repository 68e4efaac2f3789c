using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

/// <summary>A partner that does not answer, and its return.</summary>
public sealed class OutageTests
{
    static readonly Reply Away = Reply.NothingSent("Network");

    [Fact]
    public async Task After_failures_in_a_row_nothing_more_is_begun_and_what_waits_stays_as_it_is()
    {
        await using var hub = await GivenDownAsync(20);

        Assert.Equal(3, hub[Partner.Tthc].Sent.Count);
        hub.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        var untouched = (await OpenAsync(hub)).Where(row => row.Attempt == 0).ToList();
        Assert.Equal(17, untouched.Count);
        Assert.All(untouched, row => Assert.Equal((DeliveryState.Waiting, null, Sample.Start.Ms()), (row.State, row.Reason, row.DueAt)));
    }

    [Fact]
    public async Task One_looks_and_all_follow_when_the_partner_is_back()
    {
        await using var hub = await GivenDownAsync(20);
        hub.Clock.Advance(TimeSpan.FromSeconds(5));

        var look = Assert.Single(await hub.ClaimAsync(Partner.Tthc));
        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        await hub.DeliverAsync(look);

        foreach (var expected in (int[])[1, 2, 4, 8])
        {
            var claimed = await hub.ClaimAsync(Partner.Tthc);
            Assert.Equal(expected, claimed.Count);
            foreach (var delivery in claimed)
                await hub.DeliverAsync(delivery);
            hub.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var history = await hub.Queries.BreakerChangesAsync(Partner.Tthc, 10, CancellationToken.None);
        Assert.Equal([BreakerState.Closed, BreakerState.HalfOpen, BreakerState.Open], history.Select(change => change.State));
    }

    [Fact]
    public async Task A_look_in_vain_doubles_the_wait_for_the_next()
    {
        await using var hub = await GivenDownAsync(5);
        hub[Partner.Tthc].Replies(Away);
        hub.Clock.Advance(TimeSpan.FromSeconds(5));
        await hub.DeliverDueAsync(Partner.Tthc);

        hub.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        hub.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
    }

    [Fact]
    public async Task The_look_of_a_node_that_died_is_taken_by_another_when_its_lease_ends()
    {
        await using var hub = await GivenDownAsync(5);
        hub.Clock.Advance(TimeSpan.FromSeconds(5));
        await hub.ClaimAsync(Partner.Tthc);

        hub.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Empty(await hub.ClaimAsync(Partner.Tthc));
        hub.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
    }

    [Fact]
    public async Task Other_partners_do_not_notice()
    {
        await using var hub = await GivenDownAsync(20);

        Assert.Equal(8, (await hub.ClaimAsync(Partner.Dvcqg)).Count);
    }

    [Fact]
    public async Task What_waits_says_why()
    {
        await using var hub = await GivenDownAsync(5);

        var waits = await hub.Get<WaitingList>().ReadAsync(null, 100, CancellationToken.None);

        Assert.All(waits.Where(one => one.Delivery.Partner == Partner.Tthc),
            one => Assert.Equal(new("BreakerOpen", Sample.Start.AddSeconds(5)), one.Waits));
    }

    [Fact]
    public async Task In_closing_hours_nothing_is_begun_and_nothing_is_rewritten()
    {
        await using var hub = await TestHub.StartAsync(("Partners:tthc:Closures:0:From", "07:00"), ("Partners:tthc:Closures:0:To", "09:00"));
        await hub.TakesAsync(Messages.Application());

        var claim = await hub.Pipeline.ClaimAsync(Partner.Tthc, 8, CancellationToken.None);
        var row = await hub.OnlyAsync(MessageKind.TthcDossier);

        Assert.Equal((0, Sample.Start.AddHours(1)), (claim.Deliveries.Count, claim.Until));
        Assert.Equal((0, Sample.Start.Ms()), (row.Attempt, row.DueAt));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
    }

    [Fact]
    public async Task A_rate_holds_in_each_of_its_windows()
    {
        await using var hub = await TestHub.StartAsync(
            ("Partners:tthc:Rates:0:Count", "2"), ("Partners:tthc:Rates:1:Count", "5"), ("Partners:tthc:Rates:1:Per", "00:01:00"));
        await GivenSubmittedAsync(hub, 10);

        var begun = new List<int>();
        for (var second = 0; second < 4; second++, hub.Clock.Advance(TimeSpan.FromSeconds(1)))
            begun.Add(await hub.DeliverDueAsync(Partner.Tthc) + await hub.DeliverDueAsync(Partner.Tthc));

        Assert.Equal([2, 2, 1, 0], begun);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await hub.DeliverDueAsync(Partner.Tthc));
    }

    [Fact]
    public async Task The_concurrency_of_a_partner_counts_all_nodes()
    {
        await using var hub = await TestHub.StartAsync(("Partners:tthc:Concurrency", "3"));
        await GivenSubmittedAsync(hub, 5);

        var first = await hub.ClaimAsync(Partner.Tthc);
        Assert.Equal((3, 0), (first.Count, (await hub.ClaimAsync(Partner.Tthc)).Count));
        await hub.DeliverAsync(first[0]);

        Assert.Single(await hub.ClaimAsync(Partner.Tthc));
    }

    static async Task<TestHub> GivenDownAsync(int dossiers)
    {
        var hub = await TestHub.StartAsync(("Partners:tthc:Breaker:Failures", "3"));
        hub[Partner.Tthc].Replies(Away, Away, Away);
        await GivenSubmittedAsync(hub, dossiers);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var claim = await hub.Pipeline.ClaimAsync(Partner.Tthc, 1, CancellationToken.None);
            await hub.DeliverAsync(Assert.Single(claim.Deliveries));
        }
        return hub;
    }

    static async Task GivenSubmittedAsync(TestHub hub, int dossiers)
    {
        for (var number = 1; number <= dossiers; number++)
            await hub.TakesAsync(Messages.FromVneid(Sample.Application($"D{number}")));
    }

    static async Task<IEnumerable<DeliveryRow>> OpenAsync(TestHub hub) =>
        (await hub.Queries.OpenDeliveriesAsync(null, 1000, CancellationToken.None)).Where(row => row.Partner == Partner.Tthc);
}
