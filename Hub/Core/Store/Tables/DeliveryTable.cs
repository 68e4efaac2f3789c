namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Owed messages. Per dossier and partner only the oldest open one has a due time; the others stand behind it.</summary>
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
    public static async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(this Work work, string partner, int limit, long now, long leaseUntil)
    {
        var rows = await work.ListAsync<DeliveryRow>(
            $"""
            UPDATE delivery SET attempt = attempt + 1, reason = NULL, due_at = NULL, lease_until = @leaseUntil,
                maybe_done = CASE WHEN state = 'OutcomeUnknown' THEN 1 ELSE maybe_done END,
                state = 'InFlight', first_attempt_at = COALESCE(first_attempt_at, @now)
            WHERE seq IN (SELECT seq FROM delivery WHERE partner = @partner AND due_at <= @now AND {RestoreTable.NotHeld}
                          ORDER BY due_at LIMIT @limit {work.Dialect.SkipLocked})
            RETURNING *
            """, new { partner, limit, now, leaseUntil });
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

    /// <summary>Ends a delivery for a reason other than its own attempt: proved by an event, or not needed any more.</summary>
    public static Task<int> CloseDeliveryAsync(this Work work, string id, string state, string reason, long now) => work.ExecuteAsync(
        $"""
        UPDATE delivery SET state = @state, reason = @reason, due_at = NULL, lease_until = NULL, done_at = @now
        WHERE id = @id AND {Open}
        """, new { id, state, reason, now });

    /// <summary>The next message of this dossier and partner becomes due.</summary>
    public static Task<int> ReleaseNextAsync(this Work work, string dossier, string partner, long now) => work.ExecuteAsync(
        $"""
        UPDATE delivery SET due_at = @now, reason = NULL
        WHERE state = 'Waiting' AND due_at IS NULL
          AND seq = (SELECT min(seq) FROM delivery WHERE dossier = @dossier AND partner = @partner AND {Open})
        """, new { dossier, partner, now });

    /// <summary>Hands back what a dead worker held: nobody knows whether it was sent.</summary>
    public static Task<int> ExpireLeasesAsync(this Work work, long endedBefore, long now) => work.ExecuteAsync(
        """
        UPDATE delivery SET state = 'OutcomeUnknown', reason = 'LeaseExpired', due_at = @now, lease_until = NULL
        WHERE state = 'InFlight' AND lease_until <= @endedBefore
        """, new { endedBefore, now });

    public static Task<int> RenewLeaseAsync(this Work work, DeliveryRow claimed, long until) => work.ExecuteAsync(
        "UPDATE delivery SET lease_until = @until WHERE id = @Id AND attempt = @Attempt AND state = 'InFlight'",
        new { claimed.Id, claimed.Attempt, until });

    public static Task<IReadOnlyList<DeliveryRow>> OpenDeliveriesAsync(this Work work, string? state, int limit) => work.ListAsync<DeliveryRow>(
        $"SELECT * FROM delivery WHERE {Open} AND (@state IS NULL OR state = @state) ORDER BY seq LIMIT @limit", new { state, limit });

    public static Task<IReadOnlyList<DeliveryRow>> DeliveriesOfAsync(this Work work, string dossier) =>
        work.ListAsync<DeliveryRow>("SELECT * FROM delivery WHERE dossier = @dossier ORDER BY seq", new { dossier });
}

/// <summary>How one attempt ended, in the store's words.</summary>
public sealed record Settlement(string State, string? Reason, long? DueAt, long? DoneAt, string? Hint);
