namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Dossiers whose results are asked for: when next, and since when.</summary>
public static class PollTable
{
    /// <summary>Asks from now on, however long ago it was asked before.</summary>
    /// <param name="awaits">A new certificate is expected soon, in place of one that was issued.</param>
    public static Task<int> PollFromAsync(this Work work, string dossier, long now, bool awaits = false) => work.ExecuteAsync(
        """
        INSERT INTO poll (dossier, since, next_at, failures, awaits) VALUES (@dossier, @now, @now, 0, @awaits)
        ON CONFLICT (dossier) DO UPDATE SET since = @now, next_at = @now, failures = 0, awaits = @awaits
        """, new { dossier, now, awaits = awaits ? 1 : 0 });

    /// <summary>What was expected has come.</summary>
    public static Task<int> PollNoLongerAwaitsAsync(this Work work, string dossier) =>
        work.ExecuteAsync("UPDATE poll SET awaits = 0 WHERE dossier = @dossier AND awaits = 1", new { dossier });

    public static Task<int> StopPollAsync(this Work work, string dossier) =>
        work.ExecuteAsync("UPDATE poll SET next_at = NULL WHERE dossier = @dossier AND next_at IS NOT NULL", new { dossier });

    /// <summary>Takes what is due; nobody else gets it before the lease ends.</summary>
    public static Task<IReadOnlyList<PollRow>> ClaimPollsAsync(this Work work, int limit, long now, long leaseUntil) => work.ListAsync<PollRow>(
        $"""
        UPDATE poll SET next_at = @leaseUntil, asked_at = @now
        WHERE dossier IN (SELECT dossier FROM poll WHERE next_at <= @now ORDER BY next_at LIMIT @limit {work.Dialect.SkipLocked})
        RETURNING *
        """, new { limit, now, leaseUntil });

    /// <summary>Records one question; a poll that was begun anew or stopped meanwhile keeps its own time.</summary>
    public static Task<int> SettlePollAsync(this Work work, PollRow asked, bool answered, long since, long? nextAt, long now) => work.ExecuteAsync(
        """
        UPDATE poll SET since = @since, next_at = @nextAt, answered_at = CASE WHEN @answered = 1 THEN @now ELSE answered_at END,
            failures = CASE WHEN @answered = 1 THEN 0 ELSE failures + 1 END
        WHERE dossier = @Dossier AND next_at = @leased
        """, new { asked.Dossier, leased = asked.NextAt, answered = answered ? 1 : 0, since, nextAt, now });
}

/// <summary>One dossier that is asked about; NextAt of a claimed row is the end of its lease.</summary>
public sealed record PollRow
{
    public string Dossier { get; init; } = "";
    public long Since { get; init; }
    public long? NextAt { get; init; }
    public long? AskedAt { get; init; }
    public long? AnsweredAt { get; init; }
    public int Failures { get; init; }
    public bool Awaits { get; init; }
}
