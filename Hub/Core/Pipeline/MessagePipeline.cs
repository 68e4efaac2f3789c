using System.Data.Common;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// The whole way of a message. In: a door authenticates (1), verifies (2) and understands (3) it, then AcceptAsync asks
/// 4 seen before? 5 allowed now? 6 commits and 7 answers. Out: ClaimAsync and DeliverAsync, store-and-forward, at least once, idempotent in effect.
/// </summary>
public sealed class MessagePipeline(
    Database database, Intake intake, Claims claims, OutgoingMail mail, Quarantine quarantine, Admission admission,
    PartnerRegistry partners, WakeUps wakeUps, PipelineSettings settings)
{
    /// <summary>Takes a message in. After a positive receipt the sender may forget it: it is on disk.</summary>
    public async Task<Receipt> AcceptAsync(Incoming message, CancellationToken cancellation)
    {
        // 4. What could not be kept is not taken. A copy of a message in progress waits for the first one, at most two seconds.
        if (admission.Refusal is { } full)
            return Receipt.Refused(full);
        using var turn = await admission.EnterAsync(message, cancellation);
        if (turn is null)
            return Receipt.Refused(Failure.Of(FailureCode.Busy));

        // 4, 5 and 6. Seen, allowed and committed are one transaction: bytes, state, event and owed messages, or nothing.
        message = intake.Judge(message);
        var prepared = intake.Prepare(message);
        if (await CommitAsync(message, prepared, cancellation) is not { } verdict)
            return Receipt.Refused(Failure.Of(FailureCode.NotStorable));
        KillPoint.Pass(KillPoint.AcceptCommitted);
        wakeUps.Wake(verdict.Woken);

        // 7. Only now is the sender told. A refused message leaves its trace first.
        if (verdict.Receipt.Refusal is { } refusal)
            await TurnAwayAsync(TurnedAway.Of(message, refusal), cancellation);
        else
            settings.Log.Accepted(message.Dossier, message.Door, verdict.Receipt.Answer?.State ?? 0, verdict.Receipt.Repeated);
        KillPoint.Pass(KillPoint.AcceptAnswering);
        return verdict.Receipt;
    }

    /// <summary>Keeps what the rules allow of a refused message; a refusal is an event like any other.</summary>
    public async Task TurnAwayAsync(TurnedAway message, CancellationToken cancellation)
    {
        settings.Log.TurnedAway(message.Door, message.Partner ?? "-", message.Dossier ?? "-", message.Failure.Code);
        if (message.IsKeptAlready)
            return;
        try
        {
            await quarantine.KeepAsync(message, cancellation);
        }
        catch (DbException failure)
        {
            settings.Log.NotStorable(message.Door, failure.ErrorCode);
        }
    }

    /// <summary>1. Claim: leases what may be begun at one partner, the oldest message of each dossier only.</summary>
    public Task<Claim> ClaimAsync(string partner, int limit, CancellationToken cancellation) => claims.TakeAsync(partner, limit, cancellation);

    /// <summary>Carries out one claimed attempt to its recorded end.</summary>
    /// <returns>Where andClaim says so at the end, what the same transaction claimed next for this partner; null when nothing is due.</returns>
    public async Task<DeliveryRow?> DeliverAsync(DeliveryRow claimed, Func<bool> andClaim, CancellationToken cancellation)
    {
        // 2 and 3. Map, sign and send once; the adapter turns whatever happens into a reply.
        var adapter = partners.Find(claimed.Partner);
        var (outgoing, facts) = await mail.PrepareAsync(claimed, cancellation);
        KillPoint.Pass(KillPoint.DeliverPrepared);
        var (reply, judged) = await AttemptAsync(adapter, claimed, outgoing, facts, cancellation);
        KillPoint.Pass(KillPoint.DeliverSent);

        // 4. Decide, purely.
        var now = settings.Clock.GetUtcNow();
        var first = Store.Clock.Time(claimed.FirstAttemptAt ?? now.Ms());
        var attempted = new Attempted(
            claimed.Attempt, first, settings.MayRepeat(adapter, claimed.Kind), settings.MayAsk(adapter), reply.RetryAfter, settings.Jitter(), claimed.Hint);
        var decision = Recovery.Decide(settings.RecoveryOf(claimed.Partner), judged, attempted, now);

        // 5. Record. The outcome is an event of the process: state, displays and the next owed messages in the same transaction.
        var evidence = reply.Evidence.IsEmpty ? null : Payload.Of(reply.Evidence, settings.Vault);
        var recorded = await database.WriteAsync(async work =>
        {
            await work.LockDossierAsync(claimed.Dossier);
            if (evidence is not null)
                await work.PutPayloadAsync(evidence, now.Ms());
            var settled = await claims.SettleAsync(work, claimed, decision, reply, evidence?.Hash, andClaim());
            KillPoint.Pass(KillPoint.RecordDeciding);
            return settled;
        }, CancellationToken.None);
        KillPoint.Pass(KillPoint.RecordCommitted);
        if (recorded.Woken is not null)
            settings.Observe(claimed, decision, now);
        wakeUps.Wake(recorded.LineChanged ? [.. recorded.Woken ?? [], claimed.Partner] : recorded.Woken ?? []);
        if (decision.DueAt is not null)
            wakeUps.Wake(claimed.Partner);
        return recorded.Next is [var following] ? following : null;
    }

    /// <summary>What the timer finds when a wake-up was missed: expired leases, due messages, old quarantine.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = settings.Clock.GetUtcNow().Ms();
        var expired = await database.WriteAsync(async work =>
        {
            await work.PurgeQuarantineAsync(now);
            return await work.ExpireLeasesAsync(now, now);
        }, cancellation);
        foreach (var adapter in partners.All)
            wakeUps.Wake(adapter.Descriptor.Partner);
        return expired;
    }

    /// <summary>Null when the store cannot take the message now (disk full, database gone): the sender keeps it and comes back.</summary>
    async Task<Verdict?> CommitAsync(Incoming message, Prepared prepared, CancellationToken cancellation)
    {
        using var commit = admission.Committing();
        try
        {
            return await database.WriteAsync(work => intake.DecideAsync(work, message, prepared), cancellation);
        }
        catch (DbException failure)
        {
            settings.Log.NotStorable(message.Door, failure.ErrorCode);
            return null;
        }
    }

    /// <summary>An outcome that nobody knows is asked about first, where the contract can be asked; what did not arrive is sent again.</summary>
    async Task<(Reply Reply, Judgement Judged)> AttemptAsync(
        IPartnerAdapter adapter, DeliveryRow claimed, Outgoing outgoing, ReplyFacts facts, CancellationToken cancellation)
    {
        if (claimed.MaybeDone && settings.MayAsk(adapter) && adapter is IAskablePartner askable)
        {
            var asked = await askable.AskAsync(outgoing, cancellation);
            if (asked.Presence == Presence.Arrived)
                return (asked.Reply, new(ReplyClass.AlreadyDone));
            if (asked.Presence == Presence.CannotSay && !settings.MayRepeat(adapter, claimed.Kind))
                return (asked.Reply, new(ReplyClass.Unknown));
        }
        var reply = await adapter.SendAsync(outgoing, cancellation);
        return (reply, settings.Replies.Judge(claimed.Partner, claimed.Kind, reply, facts));
    }
}
