using System.Diagnostics;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>What is killed and stopped during a run: nodes in turn, by progress or by the clock, and the database in all three ways.</summary>
sealed class Disturbances(DemoOptions options, SimulatorKit kit, HubNodes nodes, PostgresServer? database)
{
    static readonly PostgresStop[] Ways = [PostgresStop.Fast, PostgresStop.Immediate, PostgresStop.Kill];

    long lastKill = Stopwatch.GetTimestamp();
    Task stopping = Task.CompletedTask;

    public int DatabaseStops { get; private set; }

    public async Task ActWhenDueAsync(CancellationToken cancellation)
    {
        if (IsKillDue())
        {
            lastKill = Stopwatch.GetTimestamp();
            await nodes.KillNextAsync(cancellation);
        }
        if (database is not null && stopping.IsCompleted && DatabaseStops < options.DatabaseStops && IsPast(DatabaseStops, options.DatabaseStops))
        {
            await stopping;
            stopping = StopDatabaseAsync(database, Ways[DatabaseStops++ % Ways.Length], cancellation);
        }
    }

    /// <summary>Waits until the database is up again.</summary>
    public Task EndAsync() => stopping;

    bool IsKillDue() => kit.Board.Finished < options.Dossiers
        && ((options.KillEvery is { } pause && Stopwatch.GetElapsedTime(lastKill) >= pause)
            || (nodes.Kills < options.Kills && IsPast(nodes.Kills, options.Kills)));

    // Spread evenly over the dossiers.
    bool IsPast(int done, int all) => kit.Board.Finished >= options.Dossiers * (done + 1.0) / (all + 1);

    static async Task StopDatabaseAsync(PostgresServer database, PostgresStop way, CancellationToken cancellation)
    {
        await database.StopAsync(way, cancellation);
        await database.StartAgainAsync(cancellation);
    }
}
