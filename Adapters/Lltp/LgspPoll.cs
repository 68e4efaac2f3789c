using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Asks the LLTP software for the result of a dossier (contract lltp-lgsp) and puts what is new through the pipeline.</summary>
public sealed class LgspPoll(
    LgspLine line, MessagePipeline pipeline, CertificateCheck certificates, UnreportedDecisions unreported, TimeProvider clock) : IPollablePartner
{
    // The door of the push: a result is the same message whichever way it came.
    const string Door = "lltp.push";

    public string Partner => Core.Partners.Partner.Lltp;

    public async Task<bool> PollAsync(DossierRow dossier, CancellationToken cancellation)
    {
        var answer = await line.PollAsync(LgspMap.WritePoll(dossier.Number, dossier.Province, line.AuthKey), cancellation);
        if (answer.Transport != Transport.Readable || LgspMap.ReadPoll(answer.Body, dossier.Number, clock.GetUtcNow()) is not { } said)
            return false;
        if (said.Change is { } change && News(dossier, said.State) is { } on)
            await TakeAsync(dossier, on, said.State ?? 0, change, answer.Body, cancellation);
        return true;
    }

    /// <summary>What the software's state means for a dossier as it stands here; null when the hub knows it already.</summary>
    public static EventKind? News(DossierRow dossier, int? state) => ((DossierState)dossier.State, state) switch
    {
        (DossierState.InProcess, 3) => EventKind.Refused,
        (DossierState.InProcess, 5) => EventKind.SupplementAsked,
        (DossierState.InProcess, 8) => EventKind.Stopped,
        (DossierState.InProcess, 9 or 10) => EventKind.Issued,
        (DossierState.Finished or DossierState.HandedOver, 9 or 10) => EventKind.Reissued,
        _ => null,
    };

    async Task TakeAsync(
        DossierRow dossier, EventKind on, int state, Reading<Content> change, ReadOnlyMemory<byte> original, CancellationToken cancellation)
    {
        if (change.Value is not { } content)
        {
            await pipeline.TurnAwayAsync(new(Door, Partner, dossier.Number, null, original, change.Refusal.AsFailure()), cancellation);
            return;
        }
        if (content is Issue { Certificate: var known } && known.Number == dossier.CertificateNo)
        {
            if (known.RevokeDecision is { } decision)
                await unreported.NoteAsync(dossier.Number, known.Number, decision.Sha256, cancellation);
            return;
        }
        var told = content is Issue certificate && on == EventKind.Reissued ? certificate with { Replaces = dossier.CertificateNo } : content;
        var incoming = new Incoming(Partner, Door, dossier.Number, on, [Key(dossier, told, state)], HashOf(told), original, told)
        {
            Files = change.Blobs, At = (told as Act)?.At, Report = change.Report,
        };
        await pipeline.AcceptAsync(certificates.Judge(incoming), cancellation);
    }

    /// <summary>The business key of the push; a state without a time of its own happens once per version.</summary>
    static string Key(DossierRow dossier, Content content, int state) => content is Issue issue
        ? $"{dossier.Number} certificate {issue.Certificate.Number}"
        : $"{dossier.Number} state {state} version {dossier.Version}";

    // The time of asking is no part of what was said.
    static string HashOf(Content content) => Fingerprint.Sha256Hex((content is Act act ? act with { At = default } : content).ToJson());
}
