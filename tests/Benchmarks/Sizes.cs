using System.Diagnostics;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Load;

namespace LLTP.Hub.Benchmarks;

/// <summary>The hot path at several sizes on both databases, and what it costs at the others against the smallest.</summary>
static class Sizes
{
    const int Rounds = 15;
    const string In = "in=";

    /// <param name="arguments">sqlite or postgres for one of them only; sizes; in=FOLDER for files of SQLite that are kept and used again.</param>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var only = arguments.Where(argument => argument is "sqlite" or "postgres").ToList();
        var kept = arguments.FirstOrDefault(argument => argument.StartsWith(In, StringComparison.Ordinal))?[In.Length..];
        long[] counts = [.. arguments.Except(only).Where(argument => char.IsDigit(argument[0])).Select(argument => long.Parse(argument, null))];
        counts = counts.Length > 0 ? counts : [10_000, 1_000_000, 5_000_000];
        if (kept is not null)
            await OnSqliteAsync(counts, Directory.CreateDirectory(kept).FullName);
        else if (!only.Contains("postgres"))
            await OnSqliteAsync(counts);
        if (!only.Contains("sqlite"))
            await OnPostgresAsync(counts);
    }

    static async Task OnSqliteAsync(long[] counts)
    {
        var folder = Directory.CreateTempSubdirectory("lltp-sizes-").FullName;
        try
        {
            await OnSqliteAsync(counts, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Task OnSqliteAsync(long[] counts, string folder) =>
        MeasureAsync("SQLite", counts, async count => await Database.OpenAsync(Path.Combine(folder, $"{count}.db")));

    static async Task OnPostgresAsync(long[] counts)
    {
        await using var server = await PostgresServer.StartAsync(CancellationToken.None);
        var secret = Path.GetTempFileName();
        await MeasureAsync("PostgreSQL", counts, async count =>
        {
            await server.RunAsync("postgres", $"CREATE DATABASE m{count}", CancellationToken.None);
            await File.WriteAllTextAsync(secret, server.ConnectionString($"m{count}"));
            return await Database.OpenAsync(new StoreOptions { Kind = StoreKind.Postgres, ConnectionStringFile = secret }, "", CancellationToken.None);
        });
        File.Delete(secret);
    }

    static async Task MeasureAsync(string name, long[] counts, Func<long, Task<Database>> open)
    {
        var databases = new List<Database>();
        foreach (var count in counts)
        {
            var started = Stopwatch.GetTimestamp();
            databases.Add(await open(count));
            if (await databases[^1].ReadAsync(work => work.FirstAsync<long>("SELECT count(*) FROM display"), CancellationToken.None) != count)
                await new ManyMessages(databases[^1], count).LoadAsync(CancellationToken.None);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"{name}: {count:N0} messages there after {seconds:0.0} s");
        }
        var paths = databases.Zip(counts, (database, count) => new HotPath(database, count)).ToList();
        Print(name, paths, await HotPath.MeasureAsync(paths, Rounds));
        foreach (var database in databases)
            await database.DisposeAsync();
    }

    static void Print(string name, List<HotPath> paths, double[][] best)
    {
        Console.WriteLine($"\n{name}: microseconds, warm, best of {Rounds} rounds, and the ratio to the smallest");
        Console.WriteLine($"{"",-22}{string.Concat(paths.Select(path => $"{path.Count,22:N0}"))}");
        foreach (var (operation, costs) in HotPath.Operations.Zip(best))
            Console.WriteLine($"{operation,-22}{string.Concat(costs.Select(cost => $"{cost,14:0.0} {cost / costs[0],6:0.00}x"))}");
        Console.WriteLine();
    }
}
