using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Moves one dossier by one event inside the caller's transaction: history, state, owed messages, cancelled ones, work items.</summary>
public sealed class Progression(PartnerRegistry partners, OwedMessages owing, Consequences consequences, DueDates dueDates, TimeProvider clock)
{
    /// <summary>Whether the dossier's process has a row for the event now, and a look-up that it begins has somebody to ask.</summary>
    public bool Allows(DossierFile file, EventKind on, string from) => file.Process.Find(file.State, on, from) is { } row
        && (partners.OffersLookups || row.Owes.All(owed => owed.Kind != MessageKind.V06Lookup));

    /// <summary>Null when the process table does not allow the event now; nothing is written then.</summary>
    public async Task<Moved?> ApplyAsync(Work work, DossierFile file, Happening happening)
    {
        var at = TimeOf(file, happening);
        file = await WithPausesAsync(work, file);
        var stale = await Consequences.IsStaleAnswerAsync(work, file, happening);
        if (ProcessDecision.Of(file, happening.On, happening.From, stale ? null : happening.Content, at, dueDates) is not { } change)
            return null;

        var answer = await AppendAsync(work, file, change, happening, at);
        var row = After(file.Row, change, happening, at, answer.Seq);
        if (!await work.UpdateDossierAsync(row))
            throw new InvalidOperationException($"Dossier {row.Number} was changed outside its lock.");

        var woken = await CancelAsync(work, file, change);
        if (!stale)
            woken.AddRange(await owing.OweAsync(work, file, row, change, happening, answer.Seq));
        await Certificates.FollowAsync(work, row.Number, happening, answer.Seq, at);
        await consequences.FollowAsync(work, file, row, change, happening, at, stale);
        return new(answer, row, woken);
    }

    DateTimeOffset TimeOf(DossierFile file, Happening happening)
    {
        var previous = Clock.Time(file.Row.EventAt);
        var at = EventTime.Of(happening.At, previous, clock.GetUtcNow());
        return happening.On is EventKind.Decided or EventKind.Reissued ? EventTime.InOwnSecond(at, previous) : at;
    }

    // Nobody waited for a dossier that was submitted once.
    static async Task<DossierFile> WithPausesAsync(Work work, DossierFile file) =>
        file.Row.Version > 1 ? file with { Pauses = await work.PausesAsync(file.Row.Number) } : file;

    async Task<Recorded> AppendAsync(Work work, DossierFile file, Change change, Happening happening, DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7().ToString();
        var seq = await work.AppendEventAsync(new()
        {
            Id = id, RecordedAt = now.Ms(), At = at.Ms(), Dossier = file.Row.Number, Version = file.Row.Version,
            Kind = happening.On.ToString(), Partner = happening.From, Door = happening.Door,
            FromState = file.Row.State, ToState = (int)change.To, Step = change.Step, DueDate = change.DueDate.Text(), Delivery = happening.Delivery,
            Original = happening.Original, Content = happening.ContentPayload, Detail = happening.Detail,
        });
        return new(seq, new(id, (int)change.To, now));
    }

    static DossierRow After(DossierRow row, Change change, Happening happening, DateTimeOffset at, long seq) => row with
    {
        State = (int)change.To,
        Step = change.Step,
        AcceptedAt = change.AcceptedAt?.Ms() ?? row.AcceptedAt,
        DueDate = change.DueDate.Text(),
        TthcDueDate = (happening.Content as Acceptance)?.DueDate.Text() ?? row.TthcDueDate,
        EventAt = at.Ms(),
        Certificate = happening.Content is Issue ? happening.ContentPayload : row.Certificate,
        CertificateNo = (happening.Content as Issue)?.Certificate.Number ?? row.CertificateNo,
        ChangedSeq = seq,
    };

    async Task<List<string>> CancelAsync(Work work, DossierFile file, Change change)
    {
        var now = clock.GetUtcNow().Ms();
        var partners = new List<string>();
        foreach (var cancel in change.Cancels)
        {
            var delivery = file.Deliveries.First(delivery => delivery.Id == cancel.DeliveryId);
            await work.CancelDeliveryAsync(delivery, cancel.Reason, now);
            await work.ReleaseNextAsync(file.Row.Number, delivery.Partner, now);
            partners.Add(delivery.Partner);
        }
        return partners;
    }
}

/// <summary>Where an event stands in the history, and the answer its sender gets.</summary>
public sealed record Recorded(long Seq, Answer Answer);

/// <summary>A dossier after an event, and the partners for whom something became due.</summary>
public sealed record Moved(Recorded Recorded, DossierRow Row, IReadOnlyList<string> Woken);
