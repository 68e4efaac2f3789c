using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Says once a day what ends soon.</summary>
[DisallowConcurrentExecution]
sealed class WatchCertificates(ExpiryWatch watch) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = watch.Say();
        return ValueTask.CompletedTask;
    }
}
