namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The idempotent receiver's memory: identity of a partner's message, hash of its business content, and the first answer.</summary>
public static class SeenTable
{
    public static Task<SeenRow?> SeenAsync(this Work work, string partner, string key) => work.FirstAsync<SeenRow>(
        "SELECT content_hash, answer FROM seen WHERE partner = @partner AND message_key = @key", new { partner, key });

    /// <summary>False when the message is known already.</summary>
    public static async Task<bool> RememberAsync(this Work work, string partner, string key, SeenRow row, long eventSeq, long now) => await work.ExecuteAsync(
        """
        INSERT INTO seen (partner, message_key, content_hash, answer, event_seq, at)
        VALUES (@partner, @key, @ContentHash, @Answer, @eventSeq, @now) ON CONFLICT (partner, message_key) DO NOTHING
        """, new { partner, key, row.ContentHash, row.Answer, eventSeq, now }) == 1;

    /// <summary>Forgets the oldest of what was seen before a time, a bounded number at once.</summary>
    public static Task<int> ForgetSeenAsync(this Work work, long before, int limit) => work.ExecuteAsync(
        """
        DELETE FROM seen WHERE (partner, message_key) IN (
            SELECT partner, message_key FROM seen WHERE at < @before ORDER BY at LIMIT @limit)
        """, new { before, limit });
}

/// <summary>What is kept of a message that was answered; the answer holds no personal data.</summary>
public sealed record SeenRow
{
    public string ContentHash { get; init; } = "";
    public string Answer { get; init; } = "";
}
