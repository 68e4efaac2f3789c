using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

/// <summary>What the idempotent receiver remembers, and for how long.</summary>
public sealed class ReceiverTests
{
    const string Key = "0196f5f0-0000-7000-8000-000000000001";

    [Fact]
    public async Task A_message_is_known_by_its_identity_whichever_door_it_comes_in_by()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        var pushed = Messages.FromLltp(EventKind.LookupAsked, Sample.LookupRequest(), "the business key");
        var first = await hub.SendAsync(pushed);

        var polled = await hub.SendAsync(pushed with { Door = "lltp.poll", Keys = ["the business key"] });

        Assert.True(polled.Repeated);
        Assert.Equal(first.Answer, polled.Answer);
        Assert.Single((await hub.Queries.ViewAsync(Sample.Number, CancellationToken.None))?.Events ?? [], row => row.Kind == nameof(EventKind.LookupAsked));
    }

    [Fact]
    public async Task The_first_answer_is_given_until_the_retention_ends()
    {
        await using var hub = await GivenAcceptedAsync();
        hub.Clock.Advance(TimeSpan.FromDays(5 * 365));
        var first = await RepeatAsync(hub);

        Assert.Equal(0, await hub.Get<Retention>().PurgeAsync(100, CancellationToken.None));
        Assert.Equal(first, await RepeatAsync(hub));
        hub.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(1, await hub.Get<Retention>().PurgeAsync(100, CancellationToken.None));
        Assert.Equal(FailureCode.NotAllowedNow, (await SendAsync(hub)).Refusal?.Code);
    }

    [Fact]
    public async Task Forgetting_is_bounded_and_takes_the_oldest_first()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.Database.WriteAsync(async work =>
        {
            for (var one = 0; one < 2500; one++)
                await work.RememberAsync("tthc", $"key {one}", new() { ContentHash = "h", Answer = "a" }, 1, one);
            return true;
        }, CancellationToken.None);

        Assert.Equal(1200, await hub.Get<Retention>().PurgeAsync(1200, CancellationToken.None));
        var left = await hub.Database.ReadAsync(work => work.FirstAsync<long>("SELECT min(at) FROM seen"), CancellationToken.None);
        Assert.Equal((1200, 1300), (left, await hub.Get<Retention>().PurgeAsync(10_000, CancellationToken.None)));
    }

    [Theory]
    [InlineData("SELECT content_hash, answer FROM seen WHERE partner = 'tthc' AND message_key = 'k'")]
    [InlineData("SELECT partner, message_key FROM seen WHERE at < 5 ORDER BY at LIMIT 10")]
    [InlineData("SELECT count(*) FROM delivery WHERE state = 'InFlight' AND partner = 'tthc' AND state NOT IN ('Delivered', 'Cancelled')")]
    [InlineData("SELECT due_at FROM delivery WHERE partner = 'tthc' AND due_at IS NOT NULL ORDER BY due_at LIMIT 1")]
    [InlineData("SELECT id FROM delivery WHERE state = 'InFlight' AND lease_until IS NOT NULL AND node = 'n'")]
    [InlineData("SELECT seq FROM delivery WHERE partner = 'tthc' AND due_at <= 5 ORDER BY due_at LIMIT 8")]
    [InlineData("SELECT * FROM breaker_change WHERE partner = 'tthc' ORDER BY seq DESC LIMIT 5")]
    public async Task No_question_depends_on_the_size_of_its_table(string sql)
    {
        await using var hub = await TestHub.StartAsync();

        var plan = await hub.Database.ReadAsync(work => work.ListAsync<PlanRow>($"EXPLAIN QUERY PLAN {sql}"), CancellationToken.None);

        Assert.All(plan, row => Assert.Matches("^SEARCH .* USING ", row.Detail));
    }

    static async Task<TestHub> GivenAcceptedAsync()
    {
        var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        Assert.Null((await SendAsync(hub)).Refusal);
        return hub;
    }

    static Task<Receipt> SendAsync(TestHub hub) => hub.SendAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), Key));

    static async Task<Answer?> RepeatAsync(TestHub hub)
    {
        var receipt = await SendAsync(hub);
        Assert.True(receipt.Repeated);
        return receipt.Answer;
    }

    sealed record PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
