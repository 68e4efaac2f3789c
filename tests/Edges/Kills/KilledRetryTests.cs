using LLTP.Hub.Core;
using LLTP.Hub.Tests.Edges.Operations;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Kills;

/// <summary>A mass retry whose process dies exactly before or after the commit of a step.</summary>
public sealed class KilledRetryTests
{
    const int Letters = 6;

    /// <summary>The point after which the most is undone in the short run, both on both stores in the long one.</summary>
    public static TheoryData<string, bool> Points
    {
        get
        {
            var points = new TheoryData<string, bool> { { KillPoint.RepairCommitted, true } };
            if (Full.Or(1, 0) == 1)
            {
                points.Add(KillPoint.RepairDeciding, true);
                points.Add(KillPoint.RepairDeciding, false);
                points.Add(KillPoint.RepairCommitted, false);
            }
            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_task_that_dies_in_a_step_ends_with_every_letter_retried_and_delivered_once(string point, bool onPostgres)
    {
        await using var trial = await KillTrial.StartAsync(onPostgres);
        var numbers = await GivenParkedAsync(trial);
        await trial.StartAgainAsync($"{point}:2");

        await trial.Hub.ActAsync("dead-letters", "retry-all", "--per-second", "2");
        await trial.ComesBackAsync();
        var atDeath = await trial.CountAsync("SELECT done FROM recovery_task");
        await trial.UntilIsAsync(1, "SELECT count(*) FROM recovery_task WHERE state = 'Done'");
        await trial.UntilIsAsync(Letters, "SELECT count(*) FROM delivery WHERE partner = 'tthc' AND state = 'Delivered'");

        Assert.InRange(atDeath, 2, Letters);
        Assert.Equal(numbers.Order(), trial.Effects.Order());
        Assert.Equal(Letters, await trial.CountAsync("SELECT done FROM recovery_task"));
        Assert.Equal(Letters, await trial.CountAsync("SELECT count(*) FROM event WHERE kind = 'RepairRetried'"));
        Assert.Equal(Letters, await trial.CountAsync("SELECT count(DISTINCT delivery) FROM event WHERE kind = 'RepairRetried'"));
        Assert.Equal(Letters, await trial.CountAsync("SELECT count(*) FROM event WHERE kind = 'DeliveryDelivered'"));
    }

    static async Task<IReadOnlyList<string>> GivenParkedAsync(KillTrial trial)
    {
        trial.IsRefusing = true;
        List<string> numbers = [];
        while (numbers.Count < Letters)
            numbers.Add(await trial.Hub.SubmittedAsync());
        await trial.UntilIsAsync(Letters, "SELECT count(*) FROM delivery WHERE state = 'Parked'");
        trial.IsRefusing = false;
        return numbers;
    }
}
