using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Reads what the LLTP software lists as changed, and ticks off there what the hub has too.</summary>
[DisallowConcurrentExecution]
sealed class PollChanges(Reconciler reconciler) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await reconciler.PollAsync(Partner.Lltp, cancellationToken);
}
