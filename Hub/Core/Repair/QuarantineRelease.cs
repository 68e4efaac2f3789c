using System.Text.Json;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>
/// Lets a kept message out of the quarantine into the pipeline: read again by its own door, judged by the process as it stands now.
/// Only what an authenticated partner sent was kept; a message that is turned away again stays where it is.
/// </summary>
public sealed class QuarantineRelease(
    Database database, IEnumerable<IKeptMessages> doors, MessagePipeline pipeline, ActRecords records, Vault vault, TimeProvider clock)
{
    public async Task<Repaired> ReleaseAsync(string id, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        if (await database.ReadAsync(work => work.RefusalAsync(id), cancellation) is not { } row)
            return Repaired.Refused(RepairRefusal.NotFound, id);
        if (row.ReleasedAt is not null)
            return Repaired.Refused(RepairRefusal.AlreadyReleased, id);
        if (row is not { Partner: not null, Bytes: { } bytes, KeyId: { } key } || doors.FirstOrDefault(one => one.Reads(row.Door)) is not { } door)
            return Repaired.Refused(RepairRefusal.NothingKept, id);

        var kept = new KeptMessage(row.Door, row.Dossier, vault.Open(key, bytes), Clock.Time(row.At), Keys(row));
        var reread = await door.ReadAsync(kept, cancellation);
        return reread.Message is { } message
            ? await TakeAsync(row, message with { Address = row.Address }, act, cancellation)
            : Repaired.Refused(RepairRefusal.RefusedAgain, $"{reread.Refusal?.Code}");
    }

    async Task<Repaired> TakeAsync(RefusalRow row, Incoming message, RepairAct act, CancellationToken cancellation)
    {
        var released = message with
        {
            // Under its own identity another content stands already: what a person lets in beside it has the refusal's.
            Keys = row.Reason == nameof(FailureCode.ContentConflict) ? [$"released {row.Id}"] : message.Keys,
            Release = new(row.Id, work => RecordAsync(work, row, act)),
        };
        var receipt = await pipeline.AcceptAsync(released, cancellation);
        return receipt.Answer is { } answer
            ? Repaired.Done(answer.EventId)
            : Repaired.Refused(RepairRefusal.RefusedAgain, $"{receipt.Refusal?.Code}");
    }

    async Task RecordAsync(Work work, RefusalRow row, RepairAct act)
    {
        if (!await work.ReleaseRefusalAsync(row.Id, clock.GetUtcNow().Ms()))
            throw new InvalidOperationException($"Refusal {row.Id} was released twice at the same time.");
        await records.WriteAsync(work, act, ActKind.Released, new(row.Dossier, row.Partner, Detail: row.Id));
    }

    static string[] Keys(RefusalRow row) => row.MessageKeys is { } keys ? JsonSerializer.Deserialize<string[]>(keys) ?? [] : [];
}
