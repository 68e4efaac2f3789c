using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What a delivery's end means: the display shows its state, the next message becomes due, and the dossier may move.</summary>
public sealed class Outcome(Progression progression, TimeProvider clock)
{
    const string ProvedByEvent = nameof(ProvedByEvent);

    /// <summary>Closes deliveries of a locked dossier that an event of the partner proves to have arrived; returns the partners to wake.</summary>
    public async Task<IReadOnlyList<string>> ProveAsync(Work work, IEnumerable<DeliveryRow> proved, string reason = ProvedByEvent)
    {
        var woken = new List<string>();
        foreach (var delivery in proved)
        {
            await work.CloseDeliveryAsync(delivery.Id, DeliveryState.Delivered, reason, clock.GetUtcNow().Ms());
            await AppendAsync(work, delivery, "Delivered", reason, null);
            woken.AddRange((await FollowAsync(work, delivery, delivered: true)).Woken);
        }
        return woken;
    }

    /// <summary>Records one attempt; null when the lease was lost meanwhile and the answer counts for nothing any more.</summary>
    public async Task<IReadOnlyList<string>?> RecordAsync(Work work, DeliveryRow claimed, Decision decision, Reply reply, string? evidence)
    {
        await work.LockDossierAsync(claimed.Dossier);
        var now = clock.GetUtcNow().Ms();
        var settlement = new Settlement(
            decision.State, decision.Reason, decision.DueAt?.Ms(), decision.Ended ? now : null, decision.Hint ?? claimed.Hint);
        if (!await work.SettleAsync(claimed, settlement))
            return null;

        await AppendAsync(work, claimed, decision.State, Detail(decision, reply), reply.SentHash, evidence);
        if (!decision.Ended)
            return [];
        if (decision.State == DeliveryState.Parked)
            await work.NoteCauseAsync(claimed.Id, Cause.Of(claimed, decision, reply));
        if (decision.State == DeliveryState.Delivered && reply.PartnerId is { } id && claimed.Partner == Partner.Lltp)
            await work.ExecuteAsync("UPDATE dossier SET lltp_id = @id WHERE number = @Dossier AND lltp_id IS NULL", new { id, claimed.Dossier });
        var refused = decision.WorkItem is WorkItemKind.PartnerRejected or WorkItemKind.PartnerConflict;
        var followed = decision.State == DeliveryState.Delivered || refused ? await FollowAsync(work, claimed, !refused) : new([], null);
        // What the process itself puts before people is not put there twice.
        if (decision.WorkItem is { } kind && followed.Told is null)
            await work.OpenWorkItemAsync(kind, claimed.Dossier, claimed.Id, kind == WorkItemKind.UnmappedCode ? reply.Code : null, now);
        return followed.Woken;
    }

    async Task<Followed> FollowAsync(Work work, DeliveryRow delivery, bool delivered)
    {
        var woken = new List<string>();
        WorkItemKind? told = null;
        var now = clock.GetUtcNow().Ms();
        if (delivered && Shows(delivery))
            await work.ShowAsync(delivery.Dossier, delivery.Partner, delivery.Show ?? 0, now, delivery.EventSeq);
        var on = delivered ? Outcomes.Delivered(delivery.Kind, delivery.ShowState) : Outcomes.Refused(delivery.Kind);
        if (on is { } kind && await work.LoadFileAsync(delivery.Dossier) is { } file && delivery.Version == file.Row.Version)
        {
            var moved = await progression.ApplyAsync(work, file, new(kind, Partner.Hub, null, null) { Delivery = delivery.Id });
            woken.AddRange(moved?.Woken ?? []);
            told = moved is null ? null : file.Process.Find(file.State, kind, Partner.Hub)?.WorkItem;
        }
        if (await work.ReleaseNextAsync(delivery.Dossier, delivery.Partner, now) > 0)
            woken.Add(delivery.Partner);
        return new(woken, told);
    }

    /// <summary>Partners for whom something became due, and the work item that the process itself opened.</summary>
    sealed record Followed(IReadOnlyList<string> Woken, WorkItemKind? Told);

    static bool Shows(DeliveryRow delivery) => delivery.Kind is MessageKind.VneidState or MessageKind.VneidResult or MessageKind.VneidDecision
        or MessageKind.TthcDossier or MessageKind.TthcProgress or MessageKind.TthcCertificate or MessageKind.DvcqgDossier;

    static string Detail(Decision decision, Reply reply) => decision.Reason is { } reason ? $"{reason} {reply.Transport} {reply.Status}" : $"{reply.Status}";

    Task<long> AppendAsync(Work work, DeliveryRow delivery, string kind, string? detail, string? sentHash, string? evidence = null)
    {
        var now = clock.GetUtcNow().Ms();
        return work.AppendEventAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), RecordedAt = now, At = now, Dossier = delivery.Dossier, Version = delivery.Version,
            Kind = $"Delivery{kind}", Partner = delivery.Partner, Delivery = delivery.Id, Attempt = delivery.Attempt,
            SentHash = sentHash, Evidence = evidence, Detail = detail,
        });
    }
}
