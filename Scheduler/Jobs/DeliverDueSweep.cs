using LLTP.Hub.Core.Pipeline;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Deliveries are woken by commits; this finds what a crash or a lost wake-up left behind.</summary>
[DisallowConcurrentExecution]
sealed class DeliverDueSweep(MessagePipeline pipeline) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await pipeline.SweepAsync(cancellationToken);
}
