using LLTP.Hub.Core.Partners;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Keeps the revocation lists of the partners' authorities current.</summary>
[DisallowConcurrentExecution]
sealed class FetchRevocationLists(RevocationRefresh refresh) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await refresh(cancellationToken);
}
