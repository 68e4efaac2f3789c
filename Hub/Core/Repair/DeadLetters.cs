using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>
/// Parked deliveries and what a person may do with one: send it again, skip it, say that it was corrected there by hand, or tell a display
/// the states that it missed. Each act is one transaction with its event.
/// </summary>
public sealed class DeadLetters(Database database, Acting acting, ActRecords records, Outcome outcome, Progression progression, TimeProvider clock)
{
    public Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(CancellationToken cancellation) =>
        database.ReadAsync(work => work.DeadLetterGroupsAsync(), cancellation);

    /// <summary>One page of a group; after is the seq of the last row of the page before, 0 at first.</summary>
    public Task<IReadOnlyList<DeadLetterRow>> PageAsync(string cause, long after, int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.DeadLettersAsync(cause, after, limit), cancellation);

    public Task<Repaired> RetryAsync(string id, RepairAct act, CancellationToken cancellation) => acting.OnAsync(id, act, async (work, letter, woken) =>
    {
        await RetryAsync(work, letter, await records.KeepAsync(work, act), null);
        woken.Add(letter.Partner);
        return Repaired.Done(id);
    }, cancellation);

    /// <summary>Inside the caller's transaction: false when the letter is not parked any more. Words is the hash under which the act is kept.</summary>
    public async Task<bool> RetryAsync(Work work, DeliveryRow letter, string words, string? task)
    {
        var now = clock.GetUtcNow().Ms();
        if (!await work.RetryParkedAsync(letter.Id, now))
            return false;
        await work.CloseWorkItemsOfAsync(letter.Id, now);
        await records.AppendAsync(work, words, ActKind.Retried, Target(letter, task ?? letter.Reason));
        return true;
    }

    /// <summary>The delivery ends without effect; the next one of its dossier may go. What the display shows stays what it acknowledged.</summary>
    public Task<Repaired> SkipAsync(string id, RepairAct act, CancellationToken cancellation) => acting.OnAsync(id, act, async (work, letter, woken) =>
    {
        var now = clock.GetUtcNow().Ms();
        await work.CancelParkedAsync(id, "Skipped", now);
        await work.CloseWorkItemsOfAsync(id, now);
        await records.WriteAsync(work, act, ActKind.Skipped, Target(letter, letter.Reason));
        if (await work.ReleaseNextAsync(letter.Dossier, letter.Partner, now) > 0)
            woken.Add(letter.Partner);
        return Repaired.Done(id);
    }, cancellation);

    /// <summary>
    /// A person saw to it at the partner that the message has its effect there: the delivery counts as delivered, with all that follows from it.
    /// </summary>
    public Task<Repaired> CorrectedAsync(string id, RepairAct act, CancellationToken cancellation) => acting.OnAsync(id, act, async (work, letter, woken) =>
    {
        woken.AddRange(MessageKind.IsLltpDossier(letter.Kind)
            ? await CorrectDossierAsync(work, letter)
            : await outcome.ProveAsync(work, [letter], nameof(EventKind.CorrectedByHand)));
        await work.CloseWorkItemsOfAsync(id, clock.GetUtcNow().Ms());
        await records.WriteAsync(work, act, ActKind.CorrectedByHand, Target(letter, letter.Reason));
        return Repaired.Done(id);
    }, cancellation);

    async Task<IReadOnlyList<string>> CorrectDossierAsync(Work work, DeliveryRow letter)
    {
        var now = clock.GetUtcNow().Ms();
        List<string> woken = [letter.Partner];
        await work.CloseDeliveryAsync(letter.Id, DeliveryState.Delivered, nameof(EventKind.CorrectedByHand), now);
        if (await work.LoadFileAsync(letter.Dossier) is { } file && letter.Version == file.Row.Version)
        {
            var moved = await progression.ApplyAsync(
                work, file, new(EventKind.CorrectedByHand, Partner.Hub, null, null) { Delivery = letter.Id });
            woken.AddRange(moved?.Woken ?? []);
        }
        await work.ReleaseNextAsync(letter.Dossier, letter.Partner, now);
        return woken;
    }

    /// <summary>Tells the display first what it missed, each state with the time of its event, then the refused message again.</summary>
    /// <param name="shown">What a person sees there; null: what the display has acknowledged.</param>
    public Task<Repaired> InsertStatesAsync(string id, int? shown, RepairAct act, CancellationToken cancellation) =>
        acting.OnAsync(id, act, async (work, letter, woken) =>
        {
            if (MissingStates.KindFor(letter.Partner, 0) is null || letter.Kind == MessageKind.DvcqgProgress)
                return Repaired.Refused(RepairRefusal.NotADisplay, letter.Kind);
            var acknowledged = (await work.DisplaysAsync(letter.Dossier)).FirstOrDefault(row => row.Partner == letter.Partner)?.State ?? 0;
            var missing = MissingStates.Between(await work.EventsOfAsync(letter.Dossier), shown ?? acknowledged, letter.EventSeq);
            if (missing.Count == 0)
                return Repaired.Refused(RepairRefusal.NoStateMissing, $"{shown ?? acknowledged}");
            await InsertAsync(work, letter, missing);
            var states = string.Join(' ', missing.Select(row => row.ToState));
            await work.CloseWorkItemsOfAsync(id, clock.GetUtcNow().Ms());
            await records.WriteAsync(work, act, ActKind.StatesInserted, Target(letter, states));
            woken.Add(letter.Partner);
            return Repaired.Done(id, states);
        }, cancellation);

    async Task InsertAsync(Work work, DeliveryRow letter, IReadOnlyList<EventRow> missing)
    {
        var now = clock.GetUtcNow().Ms();
        var before = await work.QueueAsync(letter.Dossier, letter.Partner);
        var dossier = await work.DossierAsync(letter.Dossier);
        foreach (var row in missing)
        {
            var kind = MissingStates.KindFor(letter.Partner, row.ToState ?? 0) ?? letter.Kind;
            await work.OweAsync(new()
            {
                Id = Guid.CreateVersion7().ToString(), Dossier = letter.Dossier, Version = row.Version ?? letter.Version, Partner = letter.Partner,
                Kind = kind, Show = row.ToState, OwedAt = now, EventSeq = row.Seq,
                Content = kind == MessageKind.VneidResult ? dossier?.Certificate : row.Content, Size = kind == letter.Kind ? letter.Size : 0,
            });
        }
        var known = before.Select(row => row.Id).ToHashSet();
        var added = (await work.QueueAsync(letter.Dossier, letter.Partner)).Where(row => !known.Contains(row.Id));
        await work.ReorderAsync([.. before.TakeWhile(row => row.Id != letter.Id), .. added, .. before.SkipWhile(row => row.Id != letter.Id)]);
        await work.RetryParkedAsync(letter.Id, now);
        await work.ReleaseNextAsync(letter.Dossier, letter.Partner, now);
    }

    static ActTarget Target(DeliveryRow letter, string? detail) => new(letter.Dossier, letter.Partner, letter.Id, detail);
}
