using LLTP.Hub.Core.Deadlines;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Says which dossiers have come near their due date, or past it, and which wait for their citizen in vain: each threshold once.</summary>
[DisallowConcurrentExecution]
sealed class WatchDeadlines(DeadlineWatch watch, SupplementWatch supplements) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await watch.LookAsync(cancellationToken) + await supplements.LookAsync(cancellationToken);
}
