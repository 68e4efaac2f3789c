using LLTP.Hub.Core.Reconciliation;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Compares the span that a restored backup lost with every partner, until all of it is answered.</summary>
[DisallowConcurrentExecution]
sealed class ReconcileRestored(RestoredSpan span) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await span.RunAsync(cancellationToken) switch { true => "reconciled", false => "unanswered", null => "" };
}
