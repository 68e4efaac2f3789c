using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Repair;

/// <summary>Stops a dossier whose citizen has not answered a request for a supplement: by an officer's act, and not before the configured time.</summary>
public sealed class UnansweredSupplements(
    Database database, Progression progression, ActRecords records, Vault vault, WakeUps wakeUps, IOptions<ProcessOptions> options, TimeProvider clock)
{
    /// <summary>What the contracts allow a name to have.</summary>
    const int LongestName = 50;

    public async Task<Repaired> StopAsync(string number, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        if (act.Officer.Length > LongestName)
            return Repaired.Refused(RepairRefusal.OfficerMissing);
        List<string> woken = [];
        var repaired = await database.WriteAsync(async work =>
        {
            woken.Clear();
            await work.LockDossierAsync(number);
            return await work.LoadFileAsync(number) is { } file
                ? await StopAsync(work, file, act, woken)
                : Repaired.Refused(RepairRefusal.NotFound, number);
        }, cancellation);
        wakeUps.Wake(woken);
        return repaired;
    }

    async Task<Repaired> StopAsync(Work work, DossierFile file, RepairAct act, List<string> woken)
    {
        var (number, now) = (file.Row.Number, clock.GetUtcNow());
        if (file.State != DossierState.SupplementAsked || await work.PausesAsync(number) is not [.., { To: null } open])
            return Repaired.Refused(RepairRefusal.NotAllowedNow, $"{file.Row.State}");
        if (now - open.From < options.Value.SupplementStop)
            return Repaired.Refused(RepairRefusal.TooEarly, Clock.Vietnam((open.From + options.Value.SupplementStop).Ms()).ToString("dd/MM/yyyy HH:mm", null));
        var stop = new Stop(new(act.Officer, null, null), now, act.Reason);
        var content = Payload.Of(stop.ToJson(), vault);
        await work.PutPayloadAsync(content, now.Ms());
        var moved = await progression.ApplyAsync(work, file, new(EventKind.Stopped, Partner.Hub, stop, content.Hash) { At = now })
            ?? throw new InvalidOperationException($"An officer may not stop {number} at {file.State}.");
        await records.WriteAsync(work, act, ActKind.DossierStopped, new(number));
        woken.AddRange(moved.Woken);
        return Repaired.Done(number);
    }
}
