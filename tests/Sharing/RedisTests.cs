using System.Diagnostics;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>Two nodes on one database and one real Redis, which may do anything.</summary>
public sealed class RedisTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    TwoNodes? started;

    RedisServer Redis => Nodes.Redis;

    TestHub One => Nodes.One;

    TestHub Other => Nodes.Other;

    TwoNodes Nodes => started ?? throw new InvalidOperationException("The nodes are not started.");

    public async ValueTask InitializeAsync()
    {
        started = await TwoNodes.StartAsync();
        await Task.WhenAll(UntilAsync(One, well: true), UntilAsync(Other, well: true));
    }

    public ValueTask DisposeAsync() => started?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_commit_on_one_node_wakes_the_worker_of_the_other()
    {
        var arrived = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = Stopwatch.StartNew();
        One[Partner.Tthc].OnTheWay = _ => Task.FromResult(arrived.TrySetResult(watch.Elapsed));
        await using var engine = await Other.RunEngineAsync();
        await Task.Delay(500);
        watch.Restart();

        await One.TakesAsync(Messages.Application());

        var took = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(4));
        output.WriteLine($"From the message on one node to the delivery by the other: {took.TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task A_copy_on_another_node_waits_for_the_first_and_gets_its_answer()
    {
        await One.TakesAsync(Messages.Application());
        var message = Messages.FromTthc(EventKind.Accepted, Sample.Acceptance());
        using var writer = new HeldWriter(One.Database);
        var first = One.SendAsync(message);
        await UntilReservedAsync(1);

        var copy = Other.SendAsync(message);
        await Task.Delay(200);
        Assert.False(copy.IsCompleted);
        writer.LetGo();
        Assert.Null((await first.WaitAsync(Patience)).Refusal);
        await UntilReservedAsync(0);
        Other.Clock.Advance(TimeSpan.FromMilliseconds(50));

        Assert.Equal((await first).Answer, (await copy.WaitAsync(Patience)).Answer);
        Assert.True((await copy).Repeated);
    }

    [Fact]
    public async Task A_copy_that_waited_two_seconds_is_asked_to_come_back()
    {
        using var writer = new HeldWriter(One.Database);
        var first = One.SendAsync(Messages.Application());
        await UntilReservedAsync(1);
        var copy = Other.SendAsync(Messages.Application());

        while (!copy.IsCompleted)
        {
            await Task.Delay(10);
            Other.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(FailureCode.Busy, (await copy).Refusal?.Code);
        writer.LetGo();
        await first.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_rate_counts_the_sends_of_all_nodes()
    {
        var window = new RateWindow("tthc/1000/1", 5, One.Clock.GetUtcNow().AddSeconds(1));

        Assert.Equal((3, 2), (await One.Get<ISharing>().TakeAsync(window, 3), await Other.Get<ISharing>().TakeAsync(window, 3)));
        One.Get<ISharing>().Return(window, 1);
        await Task.Delay(100);

        Assert.Equal(1, await Other.Get<ISharing>().TakeAsync(window, 3));
    }

    [Theory]
    [InlineData("killed"), InlineData("DEBUG SLEEP 2"), InlineData("CLIENT PAUSE 2000 ALL")]
    public async Task The_hub_goes_on_without_an_answer_and_says_so_and_comes_back_by_itself(string trouble)
    {
        if (trouble == "killed")
            await Redis.KillAsync();
        else
            await Redis.SayAsync(trouble, andWait: false);
        var watch = Stopwatch.StartNew();

        await One.TakesAsync(Messages.Application());
        Assert.True((await Other.SendAsync(Messages.Application())).Repeated);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"Two messages took {watch.Elapsed}.");
        await UntilAsync(One, well: false);

        if (trouble == "killed")
            await Redis.StartAsync();
        watch.Restart();
        await Task.WhenAll(UntilAsync(One, well: true), UntilAsync(Other, well: true)).WaitAsync(Patience);
        output.WriteLine($"{trouble}: back after {watch.Elapsed.TotalSeconds:0.0} s");
        await WakesTheOtherAsync(Messages.Acceptance(), Partner.Lltp);
    }

    [Fact]
    public async Task A_flushed_redis_makes_nothing_new()
    {
        await One.TakesAsync(Messages.Application());
        await Redis.SayAsync("FLUSHALL");

        Assert.True((await Other.SendAsync(Messages.Application())).Repeated);
        var window = new RateWindow("tthc/1000/1", 5, One.Clock.GetUtcNow().AddSeconds(1));
        Assert.Equal(5, await One.Get<ISharing>().TakeAsync(window, 5));
        await Redis.SayAsync("FLUSHALL");
        Assert.Equal(0, await One.Get<ISharing>().TakeAsync(window, 5));
    }

    [Fact]
    public async Task Nothing_in_redis_tells_about_people_or_dossiers()
    {
        using var writer = new HeldWriter(One.Database);
        var first = One.SendAsync(Messages.FromLltp(EventKind.LookupAsked, Sample.LookupRequest(), $"{Sample.Number} yeuCauTraCuu TC-1"));
        await UntilReservedAsync(1);

        Assert.Matches(@"lltp:doing:[0-9a-f]{64}\r\n$", await Redis.SayAsync("KEYS *"));
        writer.LetGo();
        await first.WaitAsync(Patience);
    }

    async Task WakesTheOtherAsync(Incoming message, string partner)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        One[partner].OnTheWay = _ => Task.FromResult(arrived.TrySetResult());
        await using var engine = await Other.RunEngineAsync();
        await Task.Delay(500);
        await One.TakesAsync(message);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(4));
    }

    static async Task UntilAsync(TestHub hub, bool well)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (hub.Get<ISharing>().Trouble is null != well)
            await Task.Delay(20, limit.Token);
    }

    async Task UntilReservedAsync(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await Redis.CountAsync("lltp:doing:*") != count)
            await Task.Delay(20, limit.Token);
    }
}
