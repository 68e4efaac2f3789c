using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Forgets what need not be kept: runs after 90 days, results of reconciliation and settled differences after a year, old quarantine.</summary>
[DisallowConcurrentExecution]
sealed class Purge(Database database, TimeProvider clock) : IJob
{
    static readonly TimeSpan RunsKept = TimeSpan.FromDays(90);
    static readonly TimeSpan ResultsKept = TimeSpan.FromDays(366);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        context.Result = await database.WriteAsync(async work =>
            await work.PurgeQuarantineAsync(now.Ms())
            + await work.PurgeRunsAsync((now - RunsKept).Ms())
            + await work.PurgeReconciliationAsync((now - ResultsKept).Ms()), cancellationToken);
    }
}
