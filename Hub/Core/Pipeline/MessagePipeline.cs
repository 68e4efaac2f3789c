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
    Database database, Intake intake, Outcome outcome, OutgoingMail mail, Quarantine quarantine, InProgress inProgress,
    PartnerRegistry partners, WakeUps wakeUps, PipelineSettings settings)
{
    /// <summary>Takes a message in. After a positive receipt the sender may forget it: it is on disk.</summary>
    public async Task<Receipt> AcceptAsync(Incoming message, CancellationToken cancellation)
    {
        // 4. A copy of a message in progress waits for the first one; whoever waits too long is told to come back.
        using var turn = await inProgress.EnterAsync($"{message.Door} {(message.Keys is [var key, ..] ? key : message.ContentHash)}", cancellation);
        if (turn is null)
            return Receipt.Refused(Failure.Of(FailureCode.Busy));

        // 4, 5 and 6. Seen, allowed and committed are one transaction: bytes, state, event and owed messages, or nothing.
        message = intake.Judge(message);
        var prepared = intake.Prepare(message);
        if (await CommitAsync(message, prepared, cancellation) is not { } verdict)
            return Receipt.Refused(Failure.Of(FailureCode.NotStorable));
        wakeUps.Wake(verdict.Woken);

        // 7. Only now is the sender told. A refused message leaves its trace first.
        if (verdict.Receipt.Refusal is { } refusal)
            await TurnAwayAsync(new(message.Door, message.Partner, message.Dossier, message.Address, message.Original, refusal), cancellation);
        else
            settings.Log.Accepted(message.Dossier, message.Door, verdict.Receipt.Answer?.State ?? 0, verdict.Receipt.Repeated);
        return verdict.Receipt;
    }

    /// <summary>Keeps what the rules allow of a refused message; a refusal is an event like any other.</summary>
    public async Task TurnAwayAsync(TurnedAway message, CancellationToken cancellation)
    {
        settings.Log.TurnedAway(message.Door, message.Partner ?? "-", message.Dossier ?? "-", message.Failure.Code);
        try
        {
            await quarantine.KeepAsync(message, cancellation);
        }
        catch (DbException failure)
        {
            settings.Log.NotStorable(message.Door, failure.ErrorCode);
        }
    }

    /// <summary>1. Claim: leases what is due at one partner, the oldest message of each dossier only.</summary>
    public Task<IReadOnlyList<DeliveryRow>> ClaimAsync(string partner, int limit, CancellationToken cancellation)
    {
        var now = settings.Clock.GetUtcNow();
        var lease = settings.LeaseOf(partner);
        return database.WriteAsync(work => work.ClaimAsync(partner, limit, now.Ms(), (now + lease).Ms()), cancellation);
    }

    /// <summary>Keeps the leases of attempts that are still running.</summary>
    public async Task RenewAsync(IReadOnlyList<DeliveryRow> running, CancellationToken cancellation)
    {
        if (running.Count == 0)
            return;
        var until = (settings.Clock.GetUtcNow() + settings.LeaseOf(running[0].Partner)).Ms();
        await database.WriteAsync(async work =>
        {
            foreach (var delivery in running)
                await work.RenewLeaseAsync(delivery, until);
            return running.Count;
        }, cancellation);
    }

    /// <summary>Carries out one claimed attempt to its recorded end.</summary>
    /// <returns>With andClaim what the same transaction claimed next for this partner; null when nothing is due.</returns>
    public async Task<DeliveryRow?> DeliverAsync(DeliveryRow claimed, bool andClaim, CancellationToken cancellation)
    {
        // 2 and 3. Map, sign and send once; the adapter turns whatever happens into a reply.
        var adapter = partners.Find(claimed.Partner);
        var (outgoing, facts) = await mail.PrepareAsync(claimed, cancellation);
        var (reply, judged) = await AttemptAsync(adapter, claimed, outgoing, facts, cancellation);

        // 4. Decide, purely.
        var now = settings.Clock.GetUtcNow();
        var first = Store.Clock.Time(claimed.FirstAttemptAt ?? now.Ms());
        var attempted = new Attempted(
            claimed.Attempt, first, adapter.Descriptor.IsRepeatable(claimed.Kind), adapter is IAskablePartner, reply.RetryAfter, settings.Jitter(), claimed.Hint);
        var decision = Recovery.Decide(settings.RecoveryOf(claimed.Partner), judged, attempted, now);

        // 5. Record. The outcome is an event of the process: state, displays and the next owed messages in the same transaction.
        var evidence = reply.Evidence.IsEmpty ? null : Payload.Of(reply.Evidence, settings.Vault);
        var recorded = await database.WriteAsync(async work =>
        {
            if (evidence is not null)
                await work.PutPayloadAsync(evidence, now.Ms());
            var woken = await outcome.RecordAsync(work, claimed, decision, reply, evidence?.Hash);
            var next = !andClaim ? [] : await work.ClaimAsync(claimed.Partner, 1, now.Ms(), (now + settings.LeaseOf(claimed.Partner)).Ms());
            return (Woken: woken, Next: next);
        }, CancellationToken.None);
        if (recorded.Woken is not null)
            settings.Observe(claimed, decision, now);
        wakeUps.Wake(recorded.Woken ?? []);
        if (decision.DueAt is { } due)
            wakeUps.WakeAfter(claimed.Partner, due - now);
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
        wakeUps.Wake(partners.All.Select(adapter => adapter.Descriptor.Partner));
        return expired;
    }

    /// <summary>Null when the store cannot take the message now (disk full, database gone): the sender keeps it and comes back.</summary>
    async Task<Verdict?> CommitAsync(Incoming message, Prepared prepared, CancellationToken cancellation)
    {
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
        if (claimed.MaybeDone && adapter is IAskablePartner asked)
        {
            var answer = await asked.AskAsync(outgoing, cancellation);
            var said = Judge(claimed, answer, facts);
            var cannotSay = said.Class is ReplyClass.Retry or ReplyClass.Unknown;
            if (said.Class is ReplyClass.Done or ReplyClass.AlreadyDone || (cannotSay && !adapter.Descriptor.IsRepeatable(claimed.Kind)))
                return (answer, said);
        }
        var reply = await adapter.SendAsync(outgoing, cancellation);
        return (reply, Judge(claimed, reply, facts));
    }

    Judgement Judge(DeliveryRow claimed, Reply reply, ReplyFacts facts) =>
        settings.Replies.Judge(claimed.Partner, claimed.Kind, reply, facts);
}
