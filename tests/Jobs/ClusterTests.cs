using System.Text.Json;
using LLTP.Hub.Tests.Edges;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Jobs;

/// <summary>Two hub processes with one timetable in a real PostgreSQL.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Each_time_is_taken_by_one_node_and_the_other_takes_over_when_it_is_killed()
    {
        var name = $"cluster_{Guid.NewGuid():N}";
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, await TestServer.CreateDatabaseAsync(name));
        await using var first = Node(secret);
        var second = Node(secret);
        await first.InitializeAsync();
        await second.InitializeAsync();

        var both = await UntilAsync([first, second], count: 6);
        var killed = await RunsAsync(second);
        await second.DisposeAsync();
        var before = (await RunsAsync(first)).Count;
        await UntilAsync([first], before + 4);

        Assert.All(both.GroupBy(run => run.DueAt), time => Assert.Single(time));
        // What the killed node had begun and not ended is begun again by the other.
        var after = (await RunsAsync(first)).Concat(killed.Where(run => run.HasEnded)).DistinctBy(run => run.Id);
        Assert.All(after.GroupBy(run => run.DueAt), time => Assert.Single(time));
        await TestServer.DropDatabaseAsync(name);
        File.Delete(secret);
    }

    static RunningHub Node(string secret) => new()
    {
        Settings =
        {
            ["Store__Kind"] = "Postgres", ["Store__ConnectionStringFile"] = secret, ["Store__CheckIn"] = "00:00:01",
            ["Jobs__Cron__purge"] = "0/2 * * * * ?",
        },
    };

    static async Task<List<Run>> UntilAsync(IReadOnlyList<RunningHub> nodes, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var runs = new List<Run>();
            foreach (var node in nodes)
                runs.AddRange(await RunsAsync(node));
            runs = [.. runs.DistinctBy(run => run.Id)];
            if (runs.Count >= count)
                return runs;
            await Task.Delay(500, limit.Token);
        }
    }

    static async Task<List<Run>> RunsAsync(RunningHub node)
    {
        var answer = await node.SendAsync(HttpMethod.Get, new(node.Operations, "api/v1/jobs/purge/runs"), null);
        return [.. answer.Json.EnumerateArray().Select(Run.Of)];
    }

    sealed record Run(string Id, DateTimeOffset DueAt, bool HasEnded)
    {
        public static Run Of(JsonElement row) => new(
            row.GetProperty("id").GetString() ?? "", row.GetProperty("dueAt").GetDateTimeOffset(),
            row.GetProperty("endedAt").ValueKind == JsonValueKind.String);
    }
}
