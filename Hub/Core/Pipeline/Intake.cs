using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;
using Application = LLTP.Hub.Mappings.Canonical.Application;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>The transaction of an accepted message: seen before, allowed now, commit. Everything it reads and writes is one transaction.</summary>
public sealed class Intake(
    Progression progression, Outcome outcome, LegalRules rules, Vault vault, IOptions<NumberOptions> numbers, IOptions<ProvinceOptions> province,
    TthcRouting routing, TimeProvider clock)
{
    /// <summary>A citizen who sends the same dossier again later than this after the request for a supplement means it.</summary>
    static readonly TimeSpan UnchangedResubmission = TimeSpan.FromSeconds(120);

    /// <summary>Written into the history of a dossier whose number neither the hub nor TTHC gave at its asking.</summary>
    const string ForeignNumber = nameof(ForeignNumber);

    public async Task<Verdict> DecideAsync(Work work, Incoming message, Prepared prepared)
    {
        // Copies wait here for each other: whoever comes second sees what the first has left.
        await work.LockDossierAsync(message.Dossier);
        var verdict = await JudgeAsync(work, message, prepared);
        if (verdict.Receipt.Answer is not null && message.Release is { } release)
            await release.RecordAsync(work);
        KillPoint.Pass(KillPoint.AcceptDeciding);
        return verdict;
    }

    async Task<Verdict> JudgeAsync(Work work, Incoming message, Prepared prepared)
    {
        foreach (var key in message.Keys)
        {
            if (await work.SeenAsync(message.Partner, key) is { } seen)
                return seen.ContentHash == message.ContentHash
                    ? new(Receipt.Given(Answer.FromText(seen.Answer), repeated: true), [])
                    : Verdict.No(FailureCode.ContentConflict);
        }

        var file = await work.LoadFileAsync(message.Dossier);
        if (await CertificateMatch.OfAsync(work, message, file, clock.GetUtcNow().Ms()) is { } settled)
            return settled;
        return message.Content is Application application
            ? await SubmitAsync(work, message, prepared, file, application)
            : message.Objection is { } objection ? new(Receipt.Refused(objection), [])
            : file is null || IsOfAnother(message, file.Row) ? Verdict.No(FailureCode.UnknownDossier, message.Dossier)
            : await HappenAsync(work, message, prepared, file);
    }

    // Of several TTHC systems each sees its own dossiers only.
    static bool IsOfAnother(Incoming message, DossierRow row) => message.System is { } system && system != row.Tthc;

    /// <summary>A dossier is sent, by VNeID or from the counter: a new one, the same again, or a supplement.</summary>
    async Task<Verdict> SubmitAsync(Work work, Incoming message, Prepared prepared, DossierFile? file, Application application)
    {
        if (file is null)
        {
            var foreign = message.Partner == Partner.Vneid && !await work.WasIssuedAsync(message.Dossier);
            if (foreign && numbers.Value.Allocator == NumberAllocator.Hub && !await RestoreMark.MayHaveIssuedAsync(work, message.Dossier))
                return Verdict.No(FailureCode.NumberNotIssued, message.Dossier);
            if (foreign && numbers.Value.Allocator == NumberAllocator.Tthc)
                message = message with { Finding = $"{ForeignNumber} {message.Finding}".TrimEnd() };
            return message.Objection is { } objection
                ? new(Receipt.Refused(objection), [])
                : await CommitAsync(work, message, prepared, NewFile(message, application), EventKind.Submitted, []);
        }

        if (file.Row.Origin != message.Partner || IsOfAnother(message, file.Row))
            return Verdict.No(FailureCode.ContentConflict);
        var known = await work.VersionByContentAsync(file.Row.Number, message.ContentHash);
        if (known is not null && !(known.Version == file.Row.Version && await WaitsForSupplementAsync(work, file)))
            return new(Receipt.Given(new($"{file.Row.Number}/{known.Version}", file.Row.State, Clock.Time(known.At)), repeated: true), []);
        if (file.State != DossierState.SupplementAsked)
            return new(Receipt.Refused(Failure.NotInSupplement(file.Row.Number)), []);
        return message.Objection is { } against
            ? new(Receipt.Refused(against), [])
            : await ContinueAsync(work, message, prepared, file, EventKind.Resubmitted);
    }

    async Task<bool> WaitsForSupplementAsync(Work work, DossierFile file)
    {
        var asked = file.Row.Origin == Partner.Vneid ? Partner.Vneid : file.Row.Tthc;
        var shown = (await work.DisplaysAsync(file.Row.Number)).FirstOrDefault(display => display.Partner == asked);
        return file.State == DossierState.SupplementAsked && shown?.State == (int)DossierState.SupplementAsked
            && clock.GetUtcNow() - Clock.Time(shown.At) > UnchangedResubmission;
    }

    async Task<Verdict> HappenAsync(Work work, Incoming message, Prepared prepared, DossierFile file)
    {
        if (ProcessTable.IsClosed(file.State) && message.On is EventKind.Issued or EventKind.Reissued or EventKind.Decided
            or EventKind.LookupAnswered or EventKind.LookupInterim)
        {
            await work.OpenWorkItemAsync(WorkItemKind.ClosedDossier, file.Row.Number, null, message.On.ToString(), clock.GetUtcNow().Ms());
            return Verdict.No(FailureCode.DossierClosed, file.Row.Number, (int)file.State);
        }
        if (file.State == DossierState.SupplementAsked && message.On == EventKind.Issued)
            return Verdict.No(FailureCode.SupplementPending, file.Row.Number);
        return await ContinueAsync(work, message, prepared, file, message.On);
    }

    /// <summary>An authentic event proves the deliveries that it presupposes; then it is applied to the dossier as it stands after that.</summary>
    async Task<Verdict> ContinueAsync(Work work, Incoming message, Prepared prepared, DossierFile file, EventKind on)
    {
        var proved = file.ProvedBy(on, message.Partner, message.Lookup).ToList();
        var woken = await outcome.ProveAsync(work, proved);
        var current = proved.Count == 0 ? file : await work.LoadFileAsync(message.Dossier) ?? file;
        return await CommitAsync(work, message, prepared, current, on, woken);
    }

    async Task<Verdict> CommitAsync(
        Work work, Incoming message, Prepared prepared, DossierFile file, EventKind on, IReadOnlyList<string> woken)
    {
        if (!progression.Allows(file, on, message.Partner))
            return new(Receipt.Refused(Failure.NotAllowedNow(file, on, message.Partner)), woken);
        var doubts = message.Content is Issue issue ? await rules.OfAsync(work, file, issue.Certificate) : [];
        if (doubts.FirstOrDefault(doubt => doubt.Refuses) is { } broken)
            return new(Receipt.Refused(broken.AsFailure()), woken);

        var now = clock.GetUtcNow().Ms();
        // In one order everywhere: messages that share files do not stand in each other's way.
        foreach (var payload in prepared.Payloads.OrderBy(payload => payload.Hash, StringComparer.Ordinal))
            await work.PutPayloadAsync(payload, now);
        var current = message.Content is Application application ? await AddVersionAsync(work, message, prepared, file, application, now) : file;
        var moved = await progression.ApplyAsync(work, current, new(on, message.Partner, message.Content, prepared.ContentHash)
        {
            Door = message.Door, Original = prepared.OriginalHash, At = message.At, Lookup = message.Lookup,
            Detail = message.Finding ?? (message.Report.Count == 0 ? null : string.Join(' ', message.Report.Select(line => line.Path).Take(20))),
        }) ?? throw new InvalidOperationException($"{on} was allowed and then not applied to {file.Row.Number}.");

        foreach (var doubt in doubts)
            await work.OpenWorkItemAsync(WorkItemKind.CertificateDoubt, file.Row.Number, null, doubt.Rule.Code, now);
        await RememberAsync(work, message, moved.Recorded, now);
        return new(Receipt.Given(moved.Recorded.Answer), [.. woken, .. moved.Woken]);
    }

    // The same identity may come for two dossiers at once: then only one of them was the first.
    static async Task RememberAsync(Work work, Incoming message, Recorded recorded, long now)
    {
        var row = new SeenRow { ContentHash = message.ContentHash, Answer = recorded.Answer.ToText() };
        foreach (var key in message.Keys.Distinct())
        {
            if (!await work.RememberAsync(message.Partner, key, row, recorded.Seq, now))
                throw new OvertakenException();
        }
    }

    DossierFile NewFile(Incoming message, Application application) => new(new()
    {
        Number = message.Dossier, Province = application.ProvinceCode, Profile = province.Value.At(clock.GetUtcNow()).Profile, Origin = message.Partner,
        Tthc = message.System ?? routing.HolderOf(application, clock.GetUtcNow().VietnamDay()),
    }, [], []);

    static async Task<DossierFile> AddVersionAsync(
        Work work, Incoming message, Prepared prepared, DossierFile file, Application application, long now)
    {
        var row = file.Row with { Version = file.Row.Version + 1, Paper = application.PaperAsked };
        if (row.Version == 1)
        {
            row = row with { ReceivedAt = now, EventAt = now, RowVersion = 1 };
            await work.InsertDossierAsync(row);
        }
        await work.InsertVersionAsync(new()
        {
            Dossier = row.Number, Version = row.Version, ContentHash = message.ContentHash, Content = prepared.ContentHash,
            ContentSize = message.Files.Sum(blob => (long)blob.Bytes.Length), Original = prepared.OriginalHash, At = now,
            IdentityHash = Fingerprint.Sha256Hex(System.Text.Encoding.UTF8.GetBytes(application.LookupIdentity)),
        });
        return file with { Row = row, PaperBefore = file.Row.Paper, HoldsContent = true };
    }

    /// <summary>The rules of the day, as warnings or as an objection that counts unless the same content was accepted before.</summary>
    public Incoming Judge(Incoming message) => rules.Judge(message);

    /// <summary>Hashes and seals everything before the transaction, so that the writer only writes.</summary>
    public Prepared Prepare(Incoming message)
    {
        var original = message.OriginalHash is { } hash
            ? new Payload(hash, message.Original.Length, vault.Seal(message.Original))
            : Payload.Of(message.Original, vault);
        var content = Payload.Of(message.Content.ToJson(), vault);
        var files = message.Files.Select(blob => new Payload(blob.Sha256, blob.Bytes.Length, vault.Seal(blob.Bytes)));
        return new(original.Hash, content.Hash, [original, content, .. files]);
    }
}

/// <summary>The payloads of one message, ready to be written.</summary>
public sealed record Prepared(string OriginalHash, string ContentHash, IReadOnlyList<Payload> Payloads);

/// <summary>What the transaction decided, and the partners to wake after its commit.</summary>
public sealed record Verdict(Receipt Receipt, IReadOnlyList<string> Woken)
{
    public static Verdict No(FailureCode code, params object[] args) => new(Receipt.Refused(Failure.Of(code, args)), []);
}
