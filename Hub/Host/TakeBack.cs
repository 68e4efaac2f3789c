using LLTP.Hub.Core;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Host;

/// <summary>At start every lease belongs to a process that is gone (the data lock proves it): its deliveries are due at once, outcome unknown.</summary>
sealed class TakeBack(Database database, CoreLog log, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var count = await database.WriteAsync(work => work.ExpireLeasesAsync(long.MaxValue, clock.GetUtcNow().Ms()), cancellationToken);
        if (count > 0)
            log.TookBack(count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
