using LLTP.Hub.Load;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>What the hot path costs does not depend on how much the hub has kept. Reduced: the sizes are smaller, and chance is given more room.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class HotPathTests(ITestOutputHelper output)
{
    static readonly int[] Sizes = [10_000, .. Full.Or(1, 0) == 1 ? new[] { 1_000_000, 5_000_000 } : [50_000]];
    static readonly int Rounds = Full.Or(15, 8);

    /// <summary>In per cent of the cost at the smallest size.</summary>
    static readonly int Most = Full.Or(130, 250);

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task It_costs_the_same_at_every_size(bool onPostgres)
    {
        var databases = new List<TestDatabase>();
        foreach (var size in Sizes)
        {
            databases.Add(await (onPostgres ? TestDatabase.PostgresAsync() : TestDatabase.SqliteAsync()));
            await new ManyMessages(databases[^1].Database, size).LoadAsync(CancellationToken.None);
        }

        var best = await HotPath.MeasureAsync([.. databases.Zip(Sizes, (data, size) => new HotPath(data.Database, size))], Rounds);
        foreach (var (operation, costs) in HotPath.Operations.Zip(best))
            output.WriteLine($"{operation}: {string.Join("  ", costs.Select(cost => $"{cost:0.0} µs ({cost / costs[0]:0.00})"))}");
        foreach (var data in databases)
            await data.DisposeAsync();

        Assert.All(best, costs => Assert.All(costs, cost => Assert.InRange(cost / costs[0], 0, Most / 100.0)));
    }
}
