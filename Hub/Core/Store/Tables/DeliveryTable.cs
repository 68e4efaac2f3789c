namespace LLTP.Hub.Core.Store.Tables;

/// <summary>
/// Owed messages. Per dossier and partner only the oldest open one has a due time; the others stand behind it. Who owes, ends or releases
/// one holds the dossier's row (LockDossierAsync): otherwise two transactions at once would not see each other's messages.
/// </summary>
public static class DeliveryTable
{
    const string Open = "state NOT IN ('Delivered', 'Cancelled')";

    public static Task<int> OweAsync(this Work work, DeliveryRow row) => work.ExecuteAsync(
        $"""
        INSERT INTO delivery (id, dossier, version, partner, kind, show, state, reason, due_at, attempt, maybe_done, owed_at,
                              event_seq, content, reference, size)
        SELECT @Id, @Dossier, @Version, @Partner, @Kind, @Show, 'Waiting', CASE WHEN ahead.n > 0 THEN 'BehindEarlier' END,
               CASE WHEN ahead.n > 0 THEN NULL ELSE @OwedAt END, 0, 0, @OwedAt, @EventSeq, @Content, @Reference, @Size
        FROM (SELECT count(*) AS n FROM delivery WHERE dossier = @Dossier AND partner = @Partner AND {Open}) AS ahead
        """, row);

    /// <summary>Leases due deliveries of one partner to the caller; nobody else can take them until the lease ends.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(
        this Work work, string partner, int limit, long now, long leaseUntil, string? node = null)
    {
        var rows = await work.ListAsync<DeliveryRow>(
            $"""
            WITH due AS MATERIALIZED (SELECT seq FROM delivery WHERE partner = @partner AND due_at <= @now AND {RestoreTable.NotHeld}
                                      ORDER BY due_at, seq LIMIT @limit {work.Dialect.SkipLocked})
            UPDATE delivery SET attempt = attempt + 1, reason = NULL, due_at = NULL, lease_until = @leaseUntil, node = @node,
                maybe_done = CASE WHEN state = 'OutcomeUnknown' THEN 1 ELSE maybe_done END,
                state = 'InFlight', first_attempt_at = COALESCE(first_attempt_at, @now)
            WHERE seq IN (SELECT seq FROM due)
            RETURNING *
            """, new { partner, limit, now, leaseUntil, node });
        return [.. rows.OrderBy(row => row.Seq)];
    }

    public static Task<DeliveryRow?> DeliveryAsync(this Work work, string id) =>
        work.FirstAsync<DeliveryRow>("SELECT * FROM delivery WHERE id = @id", new { id });

    /// <summary>Writes the outcome of one attempt; false when the lease was lost and another attempt owns the delivery (fence).</summary>
    public static async Task<bool> SettleAsync(this Work work, DeliveryRow claimed, Settlement outcome) => await work.ExecuteAsync(
        """
        UPDATE delivery SET state = @State, reason = @Reason, due_at = @DueAt, done_at = @DoneAt, hint = @Hint, lease_until = NULL,
            maybe_done = CASE WHEN @State = 'OutcomeUnknown' THEN 1 ELSE maybe_done END
        WHERE id = @Id AND attempt = @Attempt AND state = 'InFlight'
        """, new { claimed.Id, claimed.Attempt, outcome.State, outcome.Reason, outcome.DueAt, outcome.DoneAt, outcome.Hint }) == 1;

    /// <summary>Ends a delivery for a reason other than its own attempt: an event or a person proved it.</summary>
    public static Task<int> CloseDeliveryAsync(this Work work, string id, string state, string reason, long now) => work.ExecuteAsync(
        $"""
        UPDATE delivery SET state = @state, reason = @reason, due_at = NULL, lease_until = NULL, done_at = @now
        WHERE id = @id AND {Open}
        """, new { id, state, reason, now });

    /// <summary>Ends a delivery that nobody needs any more.</summary>
    /// <exception cref="OvertakenException">It was begun or ended since it was read: what was decided about it no longer holds.</exception>
    public static async Task CancelDeliveryAsync(this Work work, DeliveryRow read, string reason, long now)
    {
        var cancelled = await work.ExecuteAsync(
            """
            UPDATE delivery SET state = 'Cancelled', reason = @reason, due_at = NULL, lease_until = NULL, done_at = @now
            WHERE id = @Id AND state = @State AND attempt = @Attempt
            """, new { read.Id, read.State, read.Attempt, reason, now });
        if (cancelled == 0)
            throw new OvertakenException();
    }

    /// <summary>The next message of this dossier and partner becomes due.</summary>
    public static Task<int> ReleaseNextAsync(this Work work, string dossier, string partner, long now) => work.ExecuteAsync(
        $"""
        UPDATE delivery SET due_at = @now, reason = NULL
        WHERE state = 'Waiting' AND due_at IS NULL
          AND seq = (SELECT min(seq) FROM delivery WHERE dossier = @dossier AND partner = @partner AND {Open})
        """, new { dossier, partner, now });

    /// <summary>Hands back what a dead worker held: nobody knows whether it was sent.</summary>
    public static Task<int> ExpireLeasesAsync(this Work work, long endedBefore, long now) => work.ExecuteAsync(
        $"""
        WITH ended AS MATERIALIZED (SELECT seq FROM delivery WHERE state = 'InFlight' AND lease_until <= @endedBefore
                                    ORDER BY lease_until {work.Dialect.SkipLocked})
        UPDATE delivery SET state = 'OutcomeUnknown', reason = 'LeaseExpired', due_at = @now, lease_until = NULL
        WHERE seq IN (SELECT seq FROM ended)
        """, new { endedBefore, now });

    /// <summary>What this node held before it was started anew: nobody knows whether it was sent.</summary>
    public static Task<int> TakeBackAsync(this Work work, string node, long now) => work.ExecuteAsync(
        """
        UPDATE delivery SET state = 'OutcomeUnknown', reason = 'LeaseExpired', due_at = @now, lease_until = NULL
        WHERE state = 'InFlight' AND lease_until IS NOT NULL AND node = @node
        """, new { node, now });

    /// <summary>Undoes a claim that was not begun: due at once, no attempt counted.</summary>
    public static Task<int> HandBackAsync(this Work work, DeliveryRow claimed, long now) => work.ExecuteAsync(
        """
        UPDATE delivery SET state = CASE WHEN maybe_done = 1 THEN 'OutcomeUnknown' ELSE 'Waiting' END, reason = NULL, due_at = @now,
            lease_until = NULL, attempt = attempt - 1, first_attempt_at = CASE WHEN attempt = 1 THEN NULL ELSE first_attempt_at END
        WHERE id = @Id AND attempt = @Attempt AND state = 'InFlight'
        """, new { claimed.Id, claimed.Attempt, now });

    /// <summary>Ends the lease of an attempt that was broken off: nobody knows whether it was sent.</summary>
    public static Task<int> BreakOffAsync(this Work work, DeliveryRow claimed, long now) => work.ExecuteAsync(
        """
        UPDATE delivery SET state = 'OutcomeUnknown', reason = 'Stopped', due_at = @now, lease_until = NULL, maybe_done = 1
        WHERE id = @Id AND attempt = @Attempt AND state = 'InFlight'
        """, new { claimed.Id, claimed.Attempt, now });

    /// <summary>Attempts on their way to a partner, from all nodes.</summary>
    public static Task<long> InFlightAsync(this Work work, string partner) => work.FirstAsync<long>(
        $"SELECT count(*) FROM delivery WHERE state = 'InFlight' AND partner = @partner AND {Open}", new { partner });

    /// <summary>When the next message to a partner is due; null when none waits for a time.</summary>
    public static Task<long?> NextDueAsync(this Work work, string partner) => work.FirstAsync<long?>(
        "SELECT due_at FROM delivery WHERE partner = @partner AND due_at IS NOT NULL ORDER BY due_at LIMIT 1", new { partner });

    /// <summary>The message that this one stands behind.</summary>
    public static Task<string?> AheadAsync(this Work work, DeliveryRow row) => work.FirstAsync<string>(
        $"SELECT id FROM delivery WHERE dossier = @Dossier AND partner = @Partner AND seq < @Seq AND {Open} ORDER BY seq LIMIT 1",
        new { row.Dossier, row.Partner, row.Seq });

    public static Task<int> RenewLeaseAsync(this Work work, DeliveryRow claimed, long until) => work.ExecuteAsync(
        "UPDATE delivery SET lease_until = @until WHERE id = @Id AND attempt = @Attempt AND state = 'InFlight'",
        new { claimed.Id, claimed.Attempt, until });

    /// <summary>Oldest first. Each state is read by itself, in the order of one index, and the oldest of all are kept.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> OpenDeliveriesAsync(this Work work, string? state, int limit)
    {
        var found = new List<DeliveryRow>();
        // Not "state = @one ORDER BY seq": PostgreSQL would then read in the order of seq, past everything that was delivered.
        foreach (var one in state is null ? DeliveryState.Open : [state])
            found.AddRange(await work.ListAsync<DeliveryRow>(
                $"SELECT * FROM delivery WHERE state BETWEEN @one AND @one AND {Open} ORDER BY state, seq LIMIT @limit", new { one, limit }));
        return [.. found.OrderBy(row => row.Seq).Take(limit)];
    }

    public static Task<IReadOnlyList<DeliveryRow>> DeliveriesOfAsync(this Work work, string dossier) =>
        work.ListAsync<DeliveryRow>("SELECT * FROM delivery WHERE dossier = @dossier ORDER BY seq", new { dossier });
}

/// <summary>How one attempt ended, in the store's words.</summary>
public sealed record Settlement(string State, string? Reason, long? DueAt, long? DoneAt, string? Hint);
