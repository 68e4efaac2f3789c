using System.Diagnostics;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>What is killed and stopped during a run: nodes in turn, by progress or the clock, and what they share, in all ways.</summary>
sealed class Disturbances(DemoOptions options, SimulatorKit kit, HubNodes nodes, DemoStore store)
{
    static readonly PostgresStop[] Ways = [PostgresStop.Fast, PostgresStop.Immediate, PostgresStop.Kill];

    readonly ServerStops database = new(options.DatabaseStops, 1, (turn, cancellation) => store.Server is { } server
        ? StopDatabaseAsync(server, Ways[turn % Ways.Length], cancellation) : Task.CompletedTask);

    readonly ServerStops redis = new(options.RedisStops, 0.6, (turn, cancellation) => store.Redis is { } server
        ? RedisStop.ActAsync(server, turn, cancellation) : Task.CompletedTask);

    long lastKill = Stopwatch.GetTimestamp();

    public int DatabaseStops => database.Done;

    public int RedisStops => redis.Done;

    /// <summary>Servers whose stops did not all come: their names and how many are left.</summary>
    public IEnumerable<(string Server, int Count)> Left =>
        new[] { ("PostgreSQL", database.Left), ("Redis", redis.Left) }.Where(server => server.Item2 > 0);

    public async Task ActWhenDueAsync(CancellationToken cancellation)
    {
        if (IsKillDue())
        {
            lastKill = Stopwatch.GetTimestamp();
            await nodes.KillNextAsync(cancellation);
        }
        var progress = (double)kit.Board.Finished / options.Dossiers;
        await redis.ActWhenDueAsync(progress, cancellation);
        await database.ActWhenDueAsync(progress, cancellation);
    }

    /// <summary>Waits until the servers are back.</summary>
    public Task EndAsync() => Task.WhenAll(database.EndAsync(), redis.EndAsync());

    // However slow a start is here, kills by the clock alone never keep all nodes down.
    bool IsKillDue() => kit.Board.Finished < options.Dossiers
        && ((options.KillEvery is { } pause && Stopwatch.GetElapsedTime(lastKill) >= pause && nodes.WholeFor >= pause / 2)
            || (nodes.Kills < options.Kills && IsPast(nodes.Kills, options.Kills)));

    // Spread evenly over the dossiers.
    bool IsPast(int done, int all) => kit.Board.Finished >= options.Dossiers * (done + 1.0) / (all + 1);

    static async Task StopDatabaseAsync(PostgresServer database, PostgresStop way, CancellationToken cancellation)
    {
        await database.StopAsync(way, cancellation);
        await database.StartAgainAsync(cancellation);
    }
}
