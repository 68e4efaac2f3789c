using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DeliveryTableOnSqlite : DeliveryTableTests
{
    protected override Task<TestDatabase> CreateAsync() => TestDatabase.SqliteAsync();
}

public abstract class DeliveryTableTests : StoreSuite
{
    [Fact]
    public async Task A_claimed_delivery_is_nobody_elses_until_its_lease_ends()
    {
        await GivenOwedAsync("A", "a1");

        var claimed = await ClaimOneAsync();
        Assert.Empty(await ClaimAsync(now: Now + Lease - 1));
        Assert.Equal(0, await ExpireAsync(Now + Lease - 1));
        Assert.Equal(1, await ExpireAsync(Now + Lease));
        var again = await ClaimOneAsync(Now + Lease);

        Assert.Equal((1, 2), (claimed.Attempt, again.Attempt));
    }

    [Fact]
    public async Task Workers_that_claim_at_once_never_get_the_same_delivery()
    {
        foreach (var number in Enumerable.Range(0, 40))
            await GivenOwedAsync($"D{number}", $"d{number}");

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClaimAsync(7))));

        Assert.Equal(40, claims.Sum(claim => claim.Count));
        Assert.Equal(40, claims.SelectMany(claim => claim).Select(row => row.Id).Distinct().Count());
    }

    [Fact]
    public async Task Nobody_knows_whether_a_delivery_was_sent_whose_lease_ended()
    {
        await GivenOwedAsync("A", "a1");
        await ClaimOneAsync();

        await ExpireAsync(Now + Lease);

        var row = await RowAsync("a1");
        Assert.Equal((DeliveryState.OutcomeUnknown, "LeaseExpired", Now + Lease), (row.State, row.Reason, row.DueAt));
        Assert.True((await ClaimOneAsync(Now + Lease)).MaybeDone);
    }

    [Fact]
    public async Task Leases_that_are_taken_back_before_they_end_are_due_at_once()
    {
        await GivenOwedAsync("A", "a1");
        await ClaimOneAsync();

        Assert.Equal(1, await WriteAsync(work => work.ExpireLeasesAsync(long.MaxValue, Now)));

        Assert.Equal(2, (await ClaimOneAsync()).Attempt);
    }

    [Fact]
    public async Task A_renewed_lease_does_not_end_at_its_first_time()
    {
        await GivenOwedAsync("A", "a1");
        var claimed = await ClaimOneAsync();

        await WriteAsync(work => work.RenewLeaseAsync(claimed, Now + (2 * Lease)));

        Assert.Equal(0, await ExpireAsync(Now + Lease));
        Assert.Equal(1, await ExpireAsync(Now + (2 * Lease)));
    }

    [Fact]
    public async Task A_late_answer_of_an_older_attempt_is_ignored()
    {
        await GivenOwedAsync("A", "a1");
        var first = await ClaimOneAsync();
        await ExpireAsync(Now + Lease);
        var second = await ClaimOneAsync(Now + Lease);

        Assert.False(await SettleAsync(first, DeliveryState.Parked));
        Assert.Equal(DeliveryState.InFlight, (await RowAsync("a1")).State);
        Assert.True(await SettleAsync(second));
        Assert.False(await SettleAsync(first, DeliveryState.Parked));
        Assert.Equal(DeliveryState.Delivered, (await RowAsync("a1")).State);
    }

    [Fact]
    public async Task Messages_of_one_dossier_go_to_a_partner_one_after_the_other()
    {
        await GivenOwedAsync("A", "a1", "a2", "a3");
        var sent = new List<string>();

        while (await ClaimAsync() is [var only])
        {
            sent.Add(only.Id);
            Assert.Empty(await ClaimAsync());
            await SettleAsync(only);
        }

        Assert.Equal(["a1", "a2", "a3"], sent);
    }

    [Fact]
    public async Task A_waiting_message_says_that_an_earlier_one_stands_before_it()
    {
        await GivenOwedAsync("A", "a1", "a2");

        Assert.Equal(("BehindEarlier", null), ((await RowAsync("a2")).Reason, (await RowAsync("a2")).DueAt));
        await SettleAsync(await ClaimOneAsync());
        Assert.Equal((null, Now), ((await RowAsync("a2")).Reason, (await RowAsync("a2")).DueAt));
    }

    [Theory]
    [InlineData(DeliveryState.Parked, null)]
    [InlineData(DeliveryState.Waiting, Now + 1)]
    [InlineData(DeliveryState.OutcomeUnknown, Now + 1)]
    public async Task What_did_not_arrive_holds_up_its_own_dossier_only(string state, long? dueAt)
    {
        await GivenOwedAsync("A", "a1", "a2");
        await GivenOwedAsync("B", "b1");
        await WriteAsync(work => work.OweAsync(Owed("A", "other", "dvcqg")));
        var claimed = await ClaimAsync();

        await SettleAsync(claimed[0], state, dueAt);

        Assert.Equal(["a1", "b1"], claimed.Select(row => row.Id));
        Assert.Empty(await ClaimAsync());
        Assert.Equal("other", Assert.Single(await ClaimAsync(partner: "dvcqg")).Id);
    }

    [Theory]
    [InlineData(DeliveryState.Cancelled), InlineData(DeliveryState.Delivered)]
    public async Task A_message_that_was_closed_lets_the_next_one_go(string state)
    {
        await GivenOwedAsync("A", "a1", "a2");

        await WriteAsync(work => work.CloseDeliveryAsync("a1", state, "ProvedByEvent", Now));
        await WriteAsync(work => work.ReleaseNextAsync("A", "vneid", Now));

        Assert.Equal("a2", (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task A_message_that_ended_is_not_closed_again()
    {
        await GivenOwedAsync("A", "a1");
        await SettleAsync(await ClaimOneAsync());

        Assert.Equal(0, await WriteAsync(work => work.CloseDeliveryAsync("a1", DeliveryState.Cancelled, "Withdrawn", Now)));
    }

    [Fact]
    public async Task The_longest_due_message_goes_first_and_only_when_it_is_due()
    {
        await GivenOwedAsync("A", "a1");
        await GivenOwedAsync("B", "b1");
        await SettleAsync((await ClaimAsync())[0], DeliveryState.Waiting, Now + 5);
        await ExpireAsync(Now + Lease);

        Assert.Empty(await ClaimAsync(now: Now + 4));
        Assert.Equal("a1", (await ClaimOneAsync(Now + Lease)).Id);
    }

    [Fact]
    public async Task The_first_attempt_is_remembered()
    {
        await GivenOwedAsync("A", "a1");
        await SettleAsync(await ClaimOneAsync(), DeliveryState.Waiting, Now + 5);

        Assert.Equal(Now, (await ClaimOneAsync(Now + 5)).FirstAttemptAt);
    }
}

public sealed class DeliveryTableOnPostgres : DeliveryTableTests
{
    protected override Task<TestDatabase> CreateAsync() => TestDatabase.PostgresAsync();
}
