using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Repair;

/// <summary>
/// Edit and resend: the message that a dead letter was made from, edited in its sender's own form and judged as the original was, goes out
/// under a new identity linked to the old one, in the old one's place. What the dossier holds of its sender does not change.
/// </summary>
public sealed class EditedDeliveries(
    Database database, Acting acting, ActRecords records, IEnumerable<IKeptMessages> doors, Vault vault, TimeProvider clock)
{
    /// <summary>The sender's message behind a dead letter, for the person who edits it; the look is itself an event.</summary>
    public async Task<(Repaired Result, ReadOnlyMemory<byte> Bytes)> RevealAsync(string id, RepairAct act, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> bytes = default;
        var result = await acting.OnAsync(id, act, async (work, letter, _) =>
        {
            if (await SourceAsync(work, letter) is not { Original: { } original } source)
                return Repaired.Refused(RepairRefusal.NotEditable, letter.Kind);
            bytes = await work.OpenPayloadAsync(original, vault);
            await records.WriteAsync(work, act, ActKind.Revealed, new(letter.Dossier, letter.Partner, id));
            return Repaired.Done(source.Door);
        }, cancellation);
        return (result, bytes);
    }

    /// <param name="evenIfArrived">The person has made sure at the partner that the first one had no effect.</param>
    public async Task<Repaired> ResendAsync(string id, ReadOnlyMemory<byte> edited, bool evenIfArrived, RepairAct act, CancellationToken cancellation)
    {
        if (await database.ReadAsync(work => work.DeliveryAsync(id), cancellation) is not { } letter)
            return Repaired.Refused(RepairRefusal.NotFound, id);
        if (await database.ReadAsync(work => SourceAsync(work, letter), cancellation) is not { Door: { } name } source
            || doors.FirstOrDefault(one => one.Reads(name)) is not { } door)
            return Repaired.Refused(RepairRefusal.NotEditable, letter.Kind);
        if (door.IsSigned)
            return Repaired.Refused(RepairRefusal.SignedByPartner, source.Partner);
        var reread = await door.ReadAsync(new(name, letter.Dossier, edited, clock.GetUtcNow(), []), cancellation);
        if (reread.Message is not { } message)
            return Repaired.Refused(RepairRefusal.Unreadable, reread.Refusal?.Detail);
        if (message.Dossier != letter.Dossier)
            return Repaired.Refused(RepairRefusal.OtherDossier, message.Dossier);

        Payload[] payloads = [Payload.Of(message.Content.ToJson(), vault), .. message.Files.Select(file => new Payload(file.Sha256, file.Bytes.Length, vault.Seal(file.Bytes)))];
        return await acting.OnAsync(id, act, async (work, current, woken) =>
        {
            if (current.MayHaveArrived && current.Reason != nameof(WorkItemKind.UnmappedCode) && !evenIfArrived)
                return Repaired.Refused(RepairRefusal.MayHaveArrived, current.Reason);
            foreach (var payload in payloads)
                await work.PutPayloadAsync(payload, clock.GetUtcNow().Ms());
            var next = await ReplaceAsync(work, current, message, payloads[0].Hash);
            await records.WriteAsync(work, act, ActKind.Edited, new(letter.Dossier, letter.Partner, next, $"replaces {id}"));
            woken.Add(letter.Partner);
            return Repaired.Done(next);
        }, cancellation);
    }

    async Task<string> ReplaceAsync(Work work, DeliveryRow old, Incoming message, string content)
    {
        var now = clock.GetUtcNow().Ms();
        var next = old with
        {
            Id = Guid.CreateVersion7().ToString(), OwedAt = now, Size = message.Files.Sum(file => (long)file.Bytes.Length),
        };
        await work.OweAsync(next);
        await work.EditedAsync(next.Id, old.Id, content, message.Content is not Application, now);
        await work.CancelParkedAsync(old.Id, "Replaced", now);
        if (old.Kind == MessageKind.V06Lookup)
            await work.MoveLookupAsync(old.Id, next.Id);
        await work.CloseWorkItemsOfAsync(old.Id, now);
        var placed = await work.DeliveryAsync(next.Id) ?? throw new InvalidOperationException($"Delivery {next.Id} is missing.");
        await work.ReorderAsync([placed, old]);
        await work.ReleaseNextAsync(old.Dossier, old.Partner, now);
        return next.Id;
    }

    /// <summary>The event whose message the delivery carries: the application's for versions of the dossier, else the owing act's.</summary>
    static async Task<EventRow?> SourceAsync(Work work, DeliveryRow letter)
    {
        var carriesApplication = MessageKind.IsVersion(letter.Kind) || letter.Kind is MessageKind.V06Lookup or MessageKind.DvcqgDossier;
        if (!carriesApplication)
            return letter.Kind is MessageKind.VneidResult or MessageKind.TthcCertificate ? null : await work.EventAsync(letter.EventSeq);
        return (await work.EventsOfAsync(letter.Dossier))
            .LastOrDefault(row => row.Version == letter.Version && row.Kind is nameof(EventKind.Submitted) or nameof(EventKind.Resubmitted));
    }
}
