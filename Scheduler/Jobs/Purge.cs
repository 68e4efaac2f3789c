using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>
/// Forgets what need not be kept: identities of messages after the retention period, runs after 90 days, results of reconciliation, settled
/// differences, alerts and ended recovery tasks after a year, old quarantine.
/// </summary>
[DisallowConcurrentExecution]
sealed class Purge(Database database, Retention retention, TimeProvider clock) : IJob
{
    const int MostAtOnce = 1_000_000;
    static readonly TimeSpan RunsKept = TimeSpan.FromDays(90);
    static readonly TimeSpan ResultsKept = TimeSpan.FromDays(366);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var forgotten = await retention.PurgeAsync(MostAtOnce, cancellationToken);
        context.Result = forgotten + await database.WriteAsync(async work =>
            await work.PurgeQuarantineAsync(now.Ms())
            + await work.PurgeRunsAsync((now - RunsKept).Ms())
            + await work.PurgeReconciliationAsync((now - ResultsKept).Ms())
            + await work.PurgeAlertsAsync((now - ResultsKept).Ms())
            + await work.PurgeTasksAsync((now - ResultsKept).Ms()), cancellationToken);
    }
}
