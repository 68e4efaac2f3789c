using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

public sealed class BackPressureTests
{
    const long Gib = 1L << 30;

    [Theory]
    [InlineData(0, null, null, null), InlineData(2000, null, null, null), InlineData(2001, null, null, BackPressure.SlowCommits)]
    [InlineData(0, Gib, 10 * Gib, null), InlineData(0, Gib - 1, 10 * Gib, BackPressure.DiskAlmostFull)]
    [InlineData(0, 49 * Gib, 1000 * Gib, BackPressure.DiskAlmostFull), InlineData(0, 50 * Gib, 1000 * Gib, null)]
    [InlineData(9000, 0L, 1000 * Gib, BackPressure.DiskAlmostFull)]
    public void Slow_commits_or_little_disk_turn_messages_away(int commitMs, long? free, long? total, string? reason) =>
        Assert.Equal(reason, BackPressure.Decide(new(), new(TimeSpan.FromMilliseconds(commitMs), free, total)));

    [Fact]
    public void The_95th_percentile_of_the_last_ten_seconds_counts()
    {
        var clock = new ManualClock();
        var commits = new CommitTimes(clock);
        for (var one = 0; one < 19; one++)
            commits.Begin().Dispose();
        var slow = commits.Begin();
        clock.Advance(TimeSpan.FromSeconds(3));
        slow.Dispose();

        Assert.Equal(TimeSpan.Zero, commits.P95());
        clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(TimeSpan.FromSeconds(3), commits.P95());
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, commits.P95());
    }

    [Fact]
    public void A_commit_that_never_ends_is_a_slow_one()
    {
        var clock = new ManualClock();
        var pressure = new Pressure(Options.Create(new PressureOptions()), () => null, clock);
        using var stuck = pressure.Committing();

        Assert.Null(pressure.Reason);
        clock.Advance(TimeSpan.FromSeconds(2.1));

        Assert.Equal(BackPressure.SlowCommits, pressure.Reason);
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_disk_is_almost_full_and_again_when_it_is_not()
    {
        var free = Gib - 1;
        await using var hub = await TestHub.StartAsync();
        hub.Disk = () => (free, 10 * Gib);

        var refused = await hub.SendAsync(Messages.Application());
        free = 2 * Gib;
        hub.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FailureCode.NotStorable, refused.Refusal?.Code);
        Assert.Empty(await hub.Queries.RefusalsAsync(10, CancellationToken.None));
        await hub.TakesAsync(Messages.Application());
    }

    [Fact]
    public async Task A_hub_that_stops_takes_nothing()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Get<Pressure>().Stop();

        Assert.Equal(FailureCode.NotStorable, (await hub.SendAsync(Messages.Application())).Refusal?.Code);
    }
}
