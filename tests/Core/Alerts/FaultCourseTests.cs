using LLTP.Hub.Core.Alerts;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core.Alerts;

public sealed class FaultCourseTests
{
    /// <summary>Looks 30 s apart: b bad, g good, - between, ? unknown. Expected: O where the fault opens, C where it closes.</summary>
    [Theory]
    [InlineData("b", ".")]
    [InlineData("bbb", "..O")]
    [InlineData("bbbbbb", "..O...")]
    [InlineData("bbgbb", ".....")]
    [InlineData("bb-bb", ".....")]
    [InlineData("bb?bbb", ".....O")]
    [InlineData("bbbggggg", "..O....C")]
    [InlineData("bbbggbgggggg", "..O.......C.")]
    [InlineData("bbb-----", "..O.....")]
    [InlineData("bbbgg??g", "..O.....")]
    [InlineData("ggggg", ".....")]
    [InlineData("bgbgbgbg", "........")]
    public void A_fault_opens_after_a_minute_of_bad_and_closes_after_two_minutes_of_good(string looks, string expected)
    {
        var now = Sample.Start;
        var fault = new FaultRow { Kind = nameof(FaultKind.Disk), Subject = "data" };
        var changes = "";
        foreach (var look in looks)
        {
            var next = FaultCourse.Next(fault, new(FaultKind.Disk, "data", LevelOf(look)), now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
            changes += next.IsOpen == fault.IsOpen ? '.' : next.IsOpen ? 'O' : 'C';
            (fault, now) = (next, now + TimeSpan.FromSeconds(30));
        }

        Assert.Equal(expected, changes);
    }

    [Theory]
    [InlineData(1999, Level.Bad), InlineData(2100, Level.Between), InlineData(2559, Level.Between), InlineData(2560, Level.Good)]
    public void The_disk_is_good_again_a_quarter_above_the_limit(int freeMebibytes, Level expected) =>
        Assert.Equal(expected, MachineProbes.DiskLevel((long)freeMebibytes << 20, 10_000L << 20, new()));

    [Fact]
    public void On_a_large_disk_the_share_counts() =>
        Assert.Equal(Level.Bad, MachineProbes.DiskLevel(90L << 30, 1000L << 30, new()));

    [Theory]
    [InlineData(0, 30), InlineData(1, 60), InlineData(2, 120), InlineData(20, 3600)]
    public void Attempts_wait_twice_as_long_each_time_and_an_hour_at_most(int attempt, double seconds) =>
        Assert.Equal(seconds, AlertSending.Wait(attempt).TotalSeconds);

    static Level LevelOf(char look) => look switch { 'b' => Level.Bad, 'g' => Level.Good, '-' => Level.Between, _ => Level.Unknown };
}
