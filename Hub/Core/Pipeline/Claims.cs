using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>
/// Which deliveries may be begun: hours, rate, breaker and concurrency of the partner, all nodes together. What may not be begun is not
/// touched: it costs no attempt and no row is rewritten.
/// </summary>
public sealed class Claims(Database database, Outcome outcome, PipelineSettings settings, Rates rates, HubNode node)
{
    /// <summary>Leases what may be begun at a partner, the oldest message of each dossier only; else says when to ask again.</summary>
    public async Task<Claim> TakeAsync(string partner, int limit, CancellationToken cancellation)
    {
        var options = settings.DeliveryOf(partner);
        if (SendingHours.ClosedUntil(options, settings.Clock.GetUtcNow()) is { } opens)
            return new([], opens);
        var grant = await rates.TakeAsync(partner, options.Rates, limit);
        if (grant.Count == 0)
            return new([], grant.Until);
        var claim = await database.WriteAsync(work => ClaimAsync(work, partner, options, grant.Count), cancellation);
        rates.Return(grant, grant.Count - claim.Deliveries.Count);
        if (claim.Deliveries.Count > 0)
            KillPoint.Pass(KillPoint.ClaimCommitted);
        return claim;
    }

    /// <summary>Keeps the leases of attempts that are still running, also that of the one that looks whether the partner is back.</summary>
    public Task<int> RenewAsync(IReadOnlyList<DeliveryRow> running, CancellationToken cancellation) => database.WriteAsync(async work =>
    {
        foreach (var delivery in running)
        {
            var until = LeaseUntil(delivery.Partner, settings.Clock.GetUtcNow()).Ms();
            await work.RenewLeaseAsync(delivery, until);
            await work.RenewProbeAsync(delivery.Id, node.Name, until);
        }
        return running.Count;
    }, cancellation);

    /// <summary>Records an attempt in the caller's transaction: the outcome, what it says about the line, and what may follow at once.</summary>
    public async Task<Settled> SettleAsync(Work work, DeliveryRow claimed, Decision decision, Reply reply, string? evidence, bool andClaim)
    {
        var woken = await outcome.RecordAsync(work, claimed, decision, reply, evidence);
        var options = settings.DeliveryOf(claimed.Partner);
        var sign = Breaker.SignOf(reply);
        var before = await work.BreakerAsync(claimed.Partner);
        var after = await LearnAsync(work, before, claimed.Id, sign, options.Breaker);
        var following = andClaim && sign != LineSign.Failed && after.IsClosed ? await FollowAsync(work, claimed.Partner, options) : [];
        return new(woken, following, before.State != after.State);
    }

    /// <summary>Undoes claims that were not begun, and ends attempts that were broken off; all are due at once.</summary>
    public Task<int> HandBackAsync(IReadOnlyList<DeliveryRow> unbegun, IReadOnlyList<DeliveryRow> brokenOff) => database.WriteAsync(async work =>
    {
        var now = settings.Clock.GetUtcNow();
        foreach (var delivery in unbegun)
            await work.HandBackAsync(delivery, now.Ms());
        foreach (var delivery in brokenOff)
            await work.BreakOffAsync(delivery, now.Ms());
        foreach (var delivery in unbegun.Concat(brokenOff))
            await LearnAsync(work, await work.BreakerAsync(delivery.Partner), delivery.Id, LineSign.Silent, settings.DeliveryOf(delivery.Partner).Breaker);
        return unbegun.Count + brokenOff.Count;
    }, CancellationToken.None);

    async Task<Claim> ClaimAsync(Work work, string partner, DeliveryOptions options, int limit)
    {
        var now = settings.Clock.GetUtcNow();
        var breaker = await work.LockBreakerAsync(partner);
        var room = Breaker.Room(breaker, options.Concurrency, now) - (breaker.IsClosed ? (int)await work.InFlightAsync(partner) : 0);
        var wanted = Math.Min(room, limit);
        var rows = wanted <= 0 ? [] : await work.ClaimAsync(partner, wanted, now.Ms(), LeaseUntil(partner, now).Ms(), node.Name);
        if (!breaker.IsClosed && rows is [var look])
            await work.SaveBreakerAsync(breaker, Breaker.Look(breaker, look.Id, node.Name, LeaseUntil(partner, now), now), "Look");
        // Everything due was taken: what comes next is due at a later time, unless there is no room for it before then.
        var due = wanted > rows.Count && await work.NextDueAsync(partner) is { } next ? Store.Clock.Time(next) : (DateTimeOffset?)null;
        return new(rows, wanted > rows.Count ? due : Breaker.NextRoom(breaker, options.Concurrency, now));
    }

    async Task<BreakerRow> LearnAsync(Work work, BreakerRow seen, string delivery, LineSign sign, BreakerOptions options)
    {
        var now = settings.Clock.GetUtcNow();
        if (Breaker.After(seen, delivery, sign, options, now) == seen)
            return seen;
        var locked = await work.LockBreakerAsync(seen.Partner);
        var after = Breaker.After(locked, delivery, sign, options, now);
        if (after != locked)
            await work.SaveBreakerAsync(locked, after, sign.ToString());
        return after;
    }

    // The place of the attempt that ended is taken over: no more are on their way than before. A rate is asked outside the transaction.
    async Task<IReadOnlyList<DeliveryRow>> FollowAsync(Work work, string partner, DeliveryOptions options)
    {
        var now = settings.Clock.GetUtcNow();
        return options.Rates.Count > 0 || SendingHours.ClosedUntil(options, now) is not null
            ? []
            : await work.ClaimAsync(partner, 1, now.Ms(), LeaseUntil(partner, now).Ms(), node.Name);
    }

    DateTimeOffset LeaseUntil(string partner, DateTimeOffset now) => now + settings.LeaseOf(partner);
}

/// <summary>Leased deliveries, and when more may be begun; null when nothing is known to come.</summary>
public sealed record Claim(IReadOnlyList<DeliveryRow> Deliveries, DateTimeOffset? Until);

/// <summary>A recorded attempt: partners to wake (null when the lease was lost), what was claimed next, and whether the breaker changed.</summary>
public sealed record Settled(IReadOnlyList<string>? Woken, IReadOnlyList<DeliveryRow> Next, bool LineChanged);
