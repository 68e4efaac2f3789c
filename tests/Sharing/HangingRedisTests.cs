using System.Diagnostics;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Core.Repair;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>Redis hangs (SIGSTOP): its connections stay open and nothing is answered. Nobody may queue up behind it.</summary>
public sealed class HangingRedisTests(ITestOutputHelper output)
{
    const int Callers = 2000;
    const int Dossiers = 30;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_redis_that_hangs_holds_up_a_bounded_number_of_callers_once_and_then_nobody()
    {
        await using var redis = await RedisServer.StartedAsync();
        await using var hub = await OpenAsync(redis);
        var sharing = hub.Get<ISharing>();
        await redis.SuspendAsync();
        var watch = Stopwatch.StartNew();

        var first = Enumerable.Range(0, Callers).Select(n => sharing.ReserveAsync($"first {n}", "token")).ToList();
        var held = first.Count(task => !task.IsCompleted);
        Assert.All(await Task.WhenAll(first).WaitAsync(Patience), Assert.True);
        output.WriteLine($"{held} of {Callers} callers at once waited, all were answered after {watch.ElapsedMilliseconds} ms");
        Assert.InRange(held, 1, RedisLine.MostWaiting);
        Assert.NotNull(sharing.Trouble);

        for (var n = 0; n < Callers; n++)
        {
            Assert.True(sharing.ReserveAsync($"then {n}", "token").IsCompletedSuccessfully);
            sharing.Release($"then {n}", "token");
        }
        await redis.ResumeAsync();
        await UntilAsync(sharing, well: true);
    }

    [Fact]
    public async Task Messages_are_taken_while_redis_hangs_as_fast_as_without_it()
    {
        await using var redis = await RedisServer.StartedAsync();
        await using var hub = await OpenAsync(redis);
        var well = await TakeAsync(hub, 1);
        await redis.SuspendAsync();
        await UntilAsync(hub.Get<ISharing>(), well: false);

        var hanging = await TakeAsync(hub, 1 + Dossiers);

        output.WriteLine($"{Dossiers} dossiers: {well.TotalMilliseconds:0} ms with Redis, {hanging.TotalMilliseconds:0} ms while it hangs");
        // Were each to wait its 150 ms, it would take 4.5 s more.
        Assert.True(hanging < well + TimeSpan.FromSeconds(2), $"{hanging} instead of {well}");
    }

    static async Task<TimeSpan> TakeAsync(TestHub hub, int from)
    {
        var watch = Stopwatch.StartNew();
        for (var n = from; n < from + Dossiers; n++)
            await hub.TakesAsync(Messages.FromVneid(Sample.Application(RepairSteps.Number(n))));
        return watch.Elapsed;
    }

    static async Task<TestHub> OpenAsync(RedisServer redis)
    {
        var hub = await TestHub.StartAsync(("Redis:Endpoint", redis.Endpoint));
        await hub.OpenLineAsync();
        await UntilAsync(hub.Get<ISharing>(), well: true);
        return hub;
    }

    static async Task UntilAsync(ISharing sharing, bool well)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (sharing.Trouble is null != well)
            await Task.Delay(20, limit.Token);
    }
}
