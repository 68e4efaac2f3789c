using LLTP.Hub.Core.Alerts;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Faults and the alerts that tell of them.</summary>
public static class AlertTable
{
    public static Task<IReadOnlyList<FaultRow>> FaultsAsync(this Work work) =>
        work.ListAsync<FaultRow>("SELECT * FROM alert_fault ORDER BY is_open DESC, kind, subject");

    /// <summary>Writes what a look changed; false when another node was faster, and then its alert counts.</summary>
    public static async Task<bool> PutFaultAsync(this Work work, FaultRow row) => await work.ExecuteAsync(
        """
        INSERT INTO alert_fault (kind, subject, is_open, pending_since, opened_at, closed_at, detail, row_version)
        VALUES (@Kind, @Subject, @Open, @PendingSince, @OpenedAt, @ClosedAt, @Detail, 1)
        ON CONFLICT (kind, subject) DO UPDATE SET is_open = @Open, pending_since = @PendingSince, opened_at = @OpenedAt, closed_at = @ClosedAt,
            detail = @Detail, row_version = alert_fault.row_version + 1 WHERE alert_fault.row_version = @RowVersion
        """, new
        {
            row.Kind, row.Subject, Open = row.IsOpen ? 1L : 0L, row.PendingSince, row.OpenedAt, row.ClosedAt, row.Detail, row.RowVersion,
        }) == 1;

    public static Task<int> TellAsync(this Work work, FaultRow fault, string id, string channel, long now) => work.ExecuteAsync(
        """
        INSERT INTO alert_message (id, channel, kind, subject, is_open, at, detail, state, attempt, due_at)
        VALUES (@id, @channel, @Kind, @Subject, @Open, @now, @Detail, 'Waiting', 0, @now)
        """, new { id, channel, fault.Kind, fault.Subject, Open = fault.IsOpen ? 1L : 0L, now, fault.Detail });

    public static Task<IReadOnlyList<AlertMessageRow>> DueAlertsAsync(this Work work, long now, int limit) => work.ListAsync<AlertMessageRow>(
        "SELECT * FROM alert_message WHERE state = 'Waiting' AND due_at <= @now ORDER BY due_at, at LIMIT @limit", new { now, limit });

    /// <summary>Takes one attempt for the caller; false when another node has it.</summary>
    public static async Task<bool> ClaimAlertAsync(this Work work, AlertMessageRow row, long nextAt) => await work.ExecuteAsync(
        """
        UPDATE alert_message SET attempt = attempt + 1, due_at = @nextAt
        WHERE id = @Id AND channel = @Channel AND attempt = @Attempt AND state = 'Waiting'
        """, new { row.Id, row.Channel, row.Attempt, nextAt }) == 1;

    public static Task<int> SettleAlertAsync(this Work work, AlertMessageRow row, string state) => work.ExecuteAsync(
        "UPDATE alert_message SET state = @state WHERE id = @Id AND channel = @Channel", new { row.Id, row.Channel, state });

    public static Task<IReadOnlyList<AlertMessageRow>> AlertsAsync(this Work work, int limit) =>
        work.ListAsync<AlertMessageRow>("SELECT * FROM alert_message ORDER BY at DESC, channel LIMIT @limit", new { limit });

    /// <summary>Forgets alerts that are no longer on their way; faults stay, one row each.</summary>
    public static Task<int> PurgeAlertsAsync(this Work work, long before) =>
        work.ExecuteAsync("DELETE FROM alert_message WHERE state <> 'Waiting' AND at < @before", new { before });

    /// <summary>Partners with deliveries that were tried at least three times since that moment or before, in vain.</summary>
    public static Task<IReadOnlyList<TriedRow>> TriedInVainAsync(this Work work, long before) => work.ListAsync<TriedRow>(
        """
        SELECT partner, count(*) AS deliveries FROM delivery
        WHERE attempt > 2 AND state NOT IN ('Delivered', 'Cancelled') AND state <> 'Parked' AND first_attempt_at <= @before GROUP BY partner
        """, new { before });

    /// <summary>Whether the partner took anything since then, among the newest events.</summary>
    public static async Task<bool> TookSomethingAsync(this Work work, string partner, long since) => await work.FirstAsync<long>(
        """
        SELECT count(*) FROM event WHERE seq > (SELECT max(seq) FROM event) - 5000
            AND partner = @partner AND kind = 'DeliveryDelivered' AND recorded_at >= @since
        """, new { partner, since }) > 0;

    public static Task<long> ParkedAsync(this Work work) => work.FirstAsync<long>("SELECT count(*) FROM delivery WHERE state = 'Parked'");

    public static Task<long> KeptSinceAsync(this Work work, long expiresAfter) => work.FirstAsync<long>(
        "SELECT count(*) FROM refusal WHERE expires_at IS NOT NULL AND expires_at > @expiresAfter", new { expiresAfter });
}

/// <summary>How many deliveries of a partner were tried in vain.</summary>
public sealed record TriedRow
{
    public string Partner { get; init; } = "";
    public long Deliveries { get; init; }
}
