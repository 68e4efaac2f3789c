using System.Text;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Takes DataLGSP of TTHC systems of today into the process.</summary>
public sealed class SentDossiers(MessagePipeline pipeline, TthcStands stands, TimeProvider clock)
{
    public const string Door = "tthc.DataLGSP";
    const int Tries = 3;

    /// <summary>Null when it was taken, now or before.</summary>
    public async Task<Failure?> TakeAsync(MinistryMessage asked, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var stand = await stands.FindAsync(asked.Number, cancellation);
            if (stand is not null && asked.System is not null && stand.Dossier.Tthc != asked.System)
                return Failure.Of(FailureCode.UnknownDossier, asked.Number);
            var refusal = stand is { Dossier.Origin: Partner.Vneid }
                ? await AcceptAsync(stand, asked, cancellation)
                : await SubmitAsync(asked, cancellation);
            if (refusal is not { Code: FailureCode.NotAllowedNow } || tries == Tries)
                return refusal;
        }
    }

    /// <summary>What was kept of a dossier from the counter, judged again.</summary>
    public async Task<Reread> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var reading = MinistryMap.ReadDossier(bytes);
        if (reading.Value is not { } dossier)
            return Reread.No(reading.Refusal.AsFailure());
        return await stands.FindAsync(dossier.Application.Number, cancellation) is { Dossier.Origin: Partner.Vneid } stand
            ? Message(stand, bytes) is { } message ? Reread.Of(message) : Reread.No(Failure.Of(FailureCode.Busy))
            : CounterSources.Has(dossier.Application) ? Reread.Of(Submission(reading, dossier, bytes)) : Reread.No(CounterSources.Failure);
    }

    async Task<Failure?> AcceptAsync(TthcStand stand, MinistryMessage asked, CancellationToken cancellation) =>
        Message(stand, asked.Body.Bytes) is { } message
            ? (await pipeline.AcceptAsync(With(message, asked), cancellation)).Refusal
            : Failure.Of(FailureCode.Busy);

    // What TTHC has made of the declaration stays evidence: the LLTP software gets what the citizen sent.
    Incoming? Message(TthcStand stand, ReadOnlyMemory<byte> bytes)
    {
        var (number, version, now) = (stand.Dossier.Number, stand.Dossier.Version, clock.GetUtcNow());
        return (stand.Dossier.State, stand.Held) switch
        {
            ((int)DossierState.Registered, VersionHeld.Unknown) => null,
            ((int)DossierState.Registered, VersionHeld.Yes) => Of(number, EventKind.Accepted, $"{number} sent version {version}", bytes,
                new Acceptance(ToldMessage.Desk, now, null, MinistryMap.ReadDueDate(bytes))),
            _ => Of(number, EventKind.Shown, $"{number} shown sent version {version}", bytes, new Showing(ToldMessage.Desk, now, (int)DossierState.InProcess)),
        };
    }

    /// <summary>A dossier from the counter: TTHC accepted it before it sent it.</summary>
    async Task<Failure?> SubmitAsync(MinistryMessage asked, CancellationToken cancellation)
    {
        var reading = MinistryMap.ReadDossier(asked.Body.Bytes);
        if (reading.Value is not { } dossier)
            return await TurnAwayAsync(asked, reading.Refusal.AsFailure(), cancellation);
        if (!CounterSources.Has(dossier.Application))
            return await TurnAwayAsync(asked, CounterSources.Failure, cancellation);
        var submitted = await pipeline.AcceptAsync(With(Submission(reading, dossier, asked.Body.Bytes), asked), cancellation);
        if (submitted.Refusal is { } refusal)
            return refusal.Code == FailureCode.NotAllowedNow ? Failure.Of(FailureCode.ContentConflict) : refusal;
        if (await stands.FindAsync(asked.Number, cancellation) is not { Dossier: { State: (int)DossierState.Registered } row })
            return null;
        var accepted = Of(row.Number, EventKind.Accepted, $"{row.Number} sent version {row.Version}", asked.Body.Bytes,
            new Acceptance(ToldMessage.Desk, clock.GetUtcNow(), null, dossier.DueDate));
        return (await pipeline.AcceptAsync(With(accepted, asked), cancellation)).Refusal;
    }

    async Task<Failure> TurnAwayAsync(MinistryMessage asked, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(new(Door, Partner.Tthc, asked.Number, asked.Address, asked.Body.Bytes, failure)
        {
            Size = asked.Body.Size, Sha256 = asked.Body.Sha256,
        }, cancellation);
        return failure;
    }

    static Incoming Submission(Reading<SentDossier> reading, SentDossier dossier, ReadOnlyMemory<byte> bytes) => new(
        Partner.Tthc, Door, dossier.Application.Number, EventKind.Submitted, [], reading.ContentHash, bytes, dossier.Application)
    {
        Files = reading.Blobs, Report = reading.Report,
    };

    static Incoming Of(string number, EventKind on, string key, ReadOnlyMemory<byte> bytes, Content content) =>
        new(Partner.Tthc, Door, number, on, [key], Fingerprint.Sha256Hex(Encoding.UTF8.GetBytes(key)), bytes, content);

    static Incoming With(Incoming message, MinistryMessage asked) => message with { Address = asked.Address, OriginalHash = asked.Body.Sha256, System = asked.System };
}
