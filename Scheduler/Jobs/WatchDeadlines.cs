using LLTP.Hub.Core.Deadlines;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Says which dossiers have come near their due date, or past it: each threshold once.</summary>
[DisallowConcurrentExecution]
sealed class WatchDeadlines(DeadlineWatch watch) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await watch.LookAsync(cancellationToken);
}
