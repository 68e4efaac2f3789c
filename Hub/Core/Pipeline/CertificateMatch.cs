using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// Whether a decision or a re-issue fits what the hub knows of the dossier's certificates. A dossier that was imported without
/// certificates has nothing that it could disagree with.
/// </summary>
static class CertificateMatch
{
    /// <summary>A verdict when the message goes no further: refused, or reported before by the other partner; null when it is to be applied.</summary>
    public static async Task<Verdict?> OfAsync(Work work, Incoming message, DossierFile? file, long now)
    {
        if (message.On is not (EventKind.Decided or EventKind.Reissued))
            return null;
        if (file is null)
            return await UnknownAsync(work, message, Failure.Of(FailureCode.UnknownDossier, message.Dossier), now);
        return message.Content switch
        {
            CertificateDecision decision => await OfAsync(work, message, file, decision, now),
            Issue issue => await OfAsync(work, message, file, issue, now),
            _ => null,
        };
    }

    static async Task<Verdict?> OfAsync(Work work, Incoming message, DossierFile file, CertificateDecision decision, long now)
    {
        if (await work.DecisionAsync(file.Row.Number, decision.Number) is { } known)
            return IsSame(known, decision) ? await RepeatedAsync(work, message, known, now) : Verdict.No(FailureCode.ContentConflict);
        return Knows(file, decision.Certificate) ? null : await UnknownAsync(work, message, Unknown(file, decision.Certificate), now);
    }

    static async Task<Verdict?> OfAsync(Work work, Incoming message, DossierFile file, Issue issue, long now)
    {
        if (file.Certificates.Any(certificate => certificate.Number == issue.Certificate.Number))
            return Verdict.No(FailureCode.ContentConflict);
        return issue.Replaces is not { } old || Knows(file, old) ? null : await UnknownAsync(work, message, Unknown(file, old), now);
    }

    static bool Knows(DossierFile file, string number) =>
        file.Certificates.Count == 0 || file.Certificates.Any(certificate => certificate.Number == number);

    static Failure Unknown(DossierFile file, string number) => Failure.Of(FailureCode.UnknownCertificate, file.Row.Number, number);

    static bool IsSame(DecisionRow known, CertificateDecision decision) => known.Kind == decision.Type.ToString()
        && known.Certificate == decision.Certificate && known.DecidedOn == ((DateOnly?)decision.Date).Text();

    // The same decision by the other partner, or by a repeat under a new identity: it was told everywhere already.
    static async Task<Verdict?> RepeatedAsync(Work work, Incoming message, DecisionRow known, long now)
    {
        var first = await work.EventAsync(known.EventSeq) ?? throw new InvalidOperationException($"Event {known.EventSeq} is missing.");
        var answer = new Answer(first.Id, first.ToState ?? 0, Clock.Time(first.RecordedAt));
        foreach (var key in message.Keys.Distinct())
            await work.RememberAsync(message.Partner, key, new() { ContentHash = message.ContentHash, Answer = answer.ToText() }, first.Seq, now);
        return new(Receipt.Given(answer, repeated: true), []);
    }

    // A citizen's certificate was decided about, and no display will show it: somebody has to look.
    static async Task<Verdict?> UnknownAsync(Work work, Incoming message, Failure failure, long now)
    {
        await work.OpenWorkItemOnceAsync(WorkItemKind.UnknownCertificate, message.Dossier, message.On.ToString(), now);
        return new(Receipt.Refused(failure), []);
    }
}
