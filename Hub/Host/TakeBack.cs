using LLTP.Hub.Core;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Host;

/// <summary>
/// At start leases of a process that is gone are due at once, outcome unknown: on the embedded database all of them (the data lock proves
/// it), else those that this node held before. Loads nothing: the size of the backlog does not matter.
/// </summary>
sealed class TakeBack(Database database, HubNode node, CoreLog log, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().Ms();
        var count = await database.WriteAsync(
            work => work.Dialect == Dialect.Sqlite ? work.ExpireLeasesAsync(long.MaxValue, now) : work.TakeBackAsync(node.Name, now), cancellationToken);
        if (count > 0)
            log.TookBack(count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
