using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Asks partners about deliveries whose outcome is unknown and which nothing else wakes.</summary>
[DisallowConcurrentExecution]
sealed class AskUnknown(UnansweredDeliveries unanswered) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await unanswered.AskAsync(cancellationToken);
}
