using System.Data.Common;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Alerts;

/// <summary>
/// Looks, and sends, each in its own loop. A database that fails cannot keep its own fault: that one is held in memory and told at once,
/// after it lasted, and its end likewise.
/// </summary>
public sealed class AlertWatch(AlertRounds rounds, AlertSending sending, IOptions<AlertOptions> options, CoreLog log, TimeProvider clock) : BackgroundService
{
    FaultRow database = new() { Kind = nameof(FaultKind.Database), Subject = "hub" };
    Alert? untold;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(LookAsync, stoppingToken), RepeatAsync(async stopping => await GuardedAsync(() => sending.RunAsync(stopping)), stoppingToken));

    /// <summary>One look, and what the database itself owes to be told.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var works = await GuardedAsync(() => rounds.RunAsync(cancellation));
        var seen = new Observation(FaultKind.Database, "hub", works ? Level.Good : Level.Bad);
        var after = FaultCourse.Next(database, seen, clock.GetUtcNow(), options.Value.OpenAfter, options.Value.CloseAfter);
        if (after.IsOpen != database.IsOpen)
            untold = new(Guid.CreateVersion7().ToString(), after.Kind, after.Subject, after.IsOpen, Clock.Vietnam(clock.GetUtcNow().Ms()), "");
        database = after;
        if (untold is { } alert && await sending.TellAtOnceAsync(alert, cancellation))
            untold = null;
    }

    async Task<bool> GuardedAsync(Func<Task<int>> body)
    {
        try
        {
            await body();
            return true;
        }
        // What cannot be looked at or sent now is tried at the next round; alerts never stop the hub.
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            log.WorkerFailed("alerts", failure);
            return failure is not DbException;
        }
    }

    async Task RepeatAsync(Func<CancellationToken, Task> body, CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await body(stopping);
                await Task.Delay(options.Value.Interval, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The hub stops.
        }
    }
}
