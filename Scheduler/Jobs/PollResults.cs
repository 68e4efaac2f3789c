using LLTP.Hub.Core.Pipeline;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Asks the LLTP software for results where its contract is the one that only answers.</summary>
[DisallowConcurrentExecution]
sealed class PollResults(ResultPolling polling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await polling.RunAsync(cancellationToken);
}
