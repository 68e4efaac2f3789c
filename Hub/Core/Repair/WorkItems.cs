using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>What waits for a person, closed by a person.</summary>
public sealed class WorkItems(Database database, ActRecords records, TimeProvider clock)
{
    public async Task<Repaired> CloseAsync(string id, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        return await database.WriteAsync(async work =>
        {
            if (await work.CloseWorkItemAsync(id, clock.GetUtcNow().Ms()) is not { } item)
                return Repaired.Refused(RepairRefusal.NotFound, id);
            await records.WriteAsync(work, act, ActKind.WorkItemClosed, new(item.Dossier, null, item.Delivery, $"{item.Kind} {id}"));
            return Repaired.Done(id);
        }, cancellation);
    }
}
