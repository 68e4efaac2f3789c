using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>What all acts on one dead letter have in common: officer and reason are there, the dossier is locked, the letter is still parked.</summary>
public sealed class Acting(Database database, WakeUps wakeUps)
{
    /// <summary>Runs one act as one transaction; what it wakes is woken after the commit.</summary>
    public async Task<Repaired> OnAsync(
        string id, RepairAct act, Func<Work, DeliveryRow, List<string>, Task<Repaired>> body, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        List<string> woken = [];
        var repaired = await database.WriteAsync(async work =>
        {
            woken.Clear();
            return await FindAsync(work, id) is not { } letter ? Repaired.Refused(RepairRefusal.NotFound, id)
                : letter.State != DeliveryState.Parked ? Repaired.Refused(RepairRefusal.NotParked, letter.State)
                : await body(work, letter, woken);
        }, cancellation);
        wakeUps.Wake(woken);
        return repaired;
    }

    /// <summary>The delivery as it stands after its dossier was locked.</summary>
    static async Task<DeliveryRow?> FindAsync(Work work, string id)
    {
        if (await work.DeliveryAsync(id) is not { } first)
            return null;
        await work.LockDossierAsync(first.Dossier);
        return await work.DeliveryAsync(id);
    }
}
