using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Moves one dossier by one event inside the caller's transaction: history, state, owed messages, cancelled ones, work items.</summary>
public sealed class Progression(PartnerRegistry partners, DueDates dueDates, TimeProvider clock)
{
    /// <summary>Whether the dossier's process has a row for the event now, and a look-up that it begins has somebody to ask.</summary>
    public bool Allows(DossierFile file, EventKind on, string from) => file.Process.Find(file.State, on, from) is { } row
        && (partners.OffersLookups || row.Owes.All(owed => owed.Kind != MessageKind.V06Lookup));

    /// <summary>Null when the process table does not allow the event now; nothing is written then.</summary>
    public async Task<Moved?> ApplyAsync(Work work, DossierFile file, Happening happening)
    {
        var at = TimeOf(file, happening);
        file = await WithPausesAsync(work, file);
        var stale = await IsStaleAnswerAsync(work, file, happening);
        if (ProcessDecision.Of(file, happening.On, happening.From, stale ? null : happening.Content, at, dueDates) is not { } change)
            return null;

        var answer = await AppendAsync(work, file, change, happening, at);
        var row = After(file.Row, change, happening, at, answer.Seq);
        if (!await work.UpdateDossierAsync(row))
            throw new InvalidOperationException($"Dossier {row.Number} was changed outside its lock.");

        var woken = await CancelAsync(work, file, change);
        if (!stale)
            woken.AddRange(await OweAsync(work, file, row, change, happening, answer.Seq));
        await Certificates.FollowAsync(work, row.Number, happening, answer.Seq, at);
        await FollowLookupsAsync(work, file, change, happening, stale);
        await FollowPollAsync(work, row, change, happening);
        await ShowAsync(work, row, change, happening, at);
        if (change.Row.WorkItem is { } kind)
            await work.OpenWorkItemAsync(kind, row.Number, happening.Delivery, happening.On.ToString(), clock.GetUtcNow().Ms());
        if (file.State == DossierState.SupplementAsked && change.To != DossierState.SupplementAsked)
            await work.CloseWorkItemsOfDossierAsync(row.Number, WorkItemKind.SupplementUnanswered, clock.GetUtcNow().Ms());
        if (happening.On == EventKind.SupplementAsked && file.Pauses.Count > 0)
            await work.OpenWorkItemAsync(WorkItemKind.SecondSupplement, row.Number, null, null, clock.GetUtcNow().Ms());
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

    async Task<List<string>> OweAsync(Work work, DossierFile file, DossierRow row, Change change, Happening happening, long seq)
    {
        var version = change.Owes.Any(owed => MessageKind.IsVersion(owed.Kind)) ? await work.VersionAsync(row.Number, row.Version) : null;
        var owes = change.Owes.Where(owed => partners.Takes(Holder(row, owed.Partner), owed.Kind)).ToList();
        foreach (var owed in owes)
            await OweOneAsync(work, file, row, owed, happening, seq, version);
        // A contract without a word for it: the partner works on until a person tells it.
        foreach (var untold in change.Owes.Except(owes).Where(owed => MustBeTold(owed, change, happening)))
            await work.OpenWorkItemAsync(WorkItemKind.TellByHand, row.Number, null, untold.Kind, clock.GetUtcNow().Ms());
        return [.. owes.Select(owed => Holder(row, owed.Partner))];
    }

    // A system that fetches results sees a first certificate by itself, not that the LLTP software turned the dossier back or replaced the certificate.
    static bool MustBeTold(Owed owed, Change change, Happening happening) => owed.Kind switch
    {
        MessageKind.LltpStop or MessageKind.V06Cancel or MessageKind.TthcDecision => true,
        MessageKind.TthcProgress => happening.From == Partner.Lltp && change.Row.To is not null,
        MessageKind.TthcCertificate => happening.On == EventKind.Reissued,
        _ => false,
    };

    /// <summary>Of several TTHC systems the one that holds the dossier.</summary>
    static string Holder(DossierRow row, string partner) => partner == Partner.Tthc ? row.Tthc : partner;

    async Task OweOneAsync(Work work, DossierFile file, DossierRow row, Owed owed, Happening happening, long seq, VersionRow? version)
    {
        var delivery = new DeliveryRow
        {
            Id = Guid.CreateVersion7().ToString(), Dossier = row.Number, Version = row.Version, Partner = Holder(row, owed.Partner), Kind = owed.Kind,
            Show = (int)(owed.Show ?? (DossierState)row.State), OwedAt = clock.GetUtcNow().Ms(), EventSeq = seq,
            Content = Certificates.ContentOf(owed.Kind, file, row, happening),
            Reference = owed.Reference ?? Reference(file, owed.Kind, happening),
            Size = SizeOf(owed.Kind, happening, version),
        };
        await work.OweAsync(delivery);
        if (owed.Kind == MessageKind.V06Lookup && happening.Lookup is { } lookup)
            await work.OpenLookupAsync(new() { Dossier = row.Number, Id = lookup, Delivery = delivery.Id, Version = row.Version });
    }

    static string? Reference(DossierFile file, string kind, Happening happening) => kind switch
    {
        MessageKind.LltpLookupResult => file.Lookups.FirstOrDefault(lookup => lookup.Delivery == happening.Lookup)?.Id,
        MessageKind.V06Lookup => happening.Lookup,
        MessageKind.TthcCertificate => (happening.Content as Issue)?.Replaces,
        _ => null,
    };

    static long SizeOf(string kind, Happening happening, VersionRow? version) => kind switch
    {
        MessageKind.VneidResult or MessageKind.TthcCertificate => (happening.Content as Issue)?.Certificate.Pdf.Size ?? 0,
        MessageKind.VneidDecision or MessageKind.TthcDecision or MessageKind.LltpDecision => (happening.Content as CertificateDecision)?.File.Size ?? 0,
        _ when MessageKind.IsVersion(kind) => version?.ContentSize ?? 0,
        _ => 0,
    };

    // The answer to a look-up for an older version of the person is kept but not passed on.
    static async Task<bool> IsStaleAnswerAsync(Work work, DossierFile file, Happening happening)
    {
        if (happening.From != Partner.V06 || file.Lookups.FirstOrDefault(l => l.Delivery == happening.Lookup) is not { } lookup
            || lookup.Version == file.Row.Version)
            return false;
        var asked = await work.VersionAsync(file.Row.Number, lookup.Version);
        var latest = await work.VersionAsync(file.Row.Number, file.Row.Version);
        return asked?.IdentityHash != latest?.IdentityHash;
    }

    static async Task FollowLookupsAsync(Work work, DossierFile file, Change change, Happening happening, bool stale)
    {
        if (happening.On == EventKind.LookupAnswered && happening.Lookup is { } request)
            await work.CloseLookupAsync(request, stale ? LookupState.Superseded : LookupState.Answered);
        if (happening.On == EventKind.Issued)
            await work.CloseLookupsAsync(file.Row.Number, LookupState.NotNeeded);
        if (ProcessTable.IsClosed(change.To))
            await work.CloseLookupsAsync(file.Row.Number, LookupState.Cancelled);
    }

    async Task FollowPollAsync(Work work, DossierRow row, Change change, Happening happening)
    {
        if (!partners.IsPolled(Partner.Lltp))
            return;
        if (happening.On is EventKind.DossierReceived or EventKind.CorrectedByHand)
            await work.PollFromAsync(row.Number, clock.GetUtcNow().Ms());
        // A decision at TTHC says that the software has, or will soon have, another certificate.
        if (happening.On == EventKind.Decided && happening.From == Partner.Tthc)
            await work.PollFromAsync(row.Number, clock.GetUtcNow().Ms(), awaits: true);
        if (ProcessTable.IsClosed(change.To))
            await work.StopPollAsync(row.Number);
    }

    // The system that decides a state shows it at once; the others when they acknowledge it.
    static Task<int> ShowAsync(Work work, DossierRow row, Change change, Happening happening, DateTimeOffset at) => happening switch
    {
        { Content: Showing told } => work.ShowAsync(row.Number, Holder(row, happening.From), told.State, at.Ms(), row.ChangedSeq),
        { From: Partner.Vneid or Partner.Tthc } when change.Row.To is not null =>
            work.ShowAsync(row.Number, Holder(row, happening.From), row.State, at.Ms(), row.ChangedSeq),
        _ => Task.FromResult(0),
    };
}

/// <summary>Where an event stands in the history, and the answer its sender gets.</summary>
public sealed record Recorded(long Seq, Answer Answer);

/// <summary>A dossier after an event, and the partners for whom something became due.</summary>
public sealed record Moved(Recorded Recorded, DossierRow Row, IReadOnlyList<string> Woken);
