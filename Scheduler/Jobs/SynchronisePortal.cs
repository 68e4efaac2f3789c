using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Sends the national portal again what reconciliation found to be missing there.</summary>
[DisallowConcurrentExecution]
sealed class SynchronisePortal(PortalSynchronisation synchronisation) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await synchronisation.RunAsync(cancellationToken);
}
