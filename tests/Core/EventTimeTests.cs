using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class EventTimeTests
{
    static readonly DateTimeOffset Now = Sample.Start;

    [Theory]
    [InlineData(-60, -120, -60)]
    [InlineData(-60, null, -60)]
    [InlineData(0, 0, 0)]
    [InlineData(300, -60, 300)]
    [InlineData(301, -60, 0)]
    [InlineData(-61, -60, 0)]
    [InlineData(null, -60, 0)]
    [InlineData(null, null, 0)]
    public void The_partners_time_counts_unless_it_runs_behind_the_dossier_or_far_ahead_of_the_hub(
        int? partner, int? previous, int expected) =>
        Assert.Equal(At(expected), EventTime.Of(At(partner), At(previous), Now));

    [Theory]
    [InlineData(null), InlineData(100), InlineData(400)]
    public void The_history_never_runs_backwards(int? partner) =>
        Assert.Equal(At(200), EventTime.Of(At(partner), At(200), Now));

    static DateTimeOffset? At(int? seconds) => seconds is { } value ? Now.AddSeconds(value) : null;
}
