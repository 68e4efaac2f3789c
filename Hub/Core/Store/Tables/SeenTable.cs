namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The idempotent receiver's memory: identity of a message, hash of its business content, and the first answer.</summary>
public static class SeenTable
{
    public static Task<SeenRow?> SeenAsync(this Work work, string door, string key) => work.FirstAsync<SeenRow>(
        "SELECT content_hash, answer FROM seen WHERE door = @door AND message_key = @key", new { door, key });

    /// <summary>False when the message is known already.</summary>
    public static async Task<bool> RememberAsync(this Work work, string door, string key, SeenRow row, long eventSeq, long now) => await work.ExecuteAsync(
        """
        INSERT INTO seen (door, message_key, content_hash, answer, event_seq, at)
        VALUES (@door, @key, @ContentHash, @Answer, @eventSeq, @now) ON CONFLICT (door, message_key) DO NOTHING
        """, new { door, key, row.ContentHash, row.Answer, eventSeq, now }) == 1;
}

/// <summary>What is kept of a message that was answered; the answer holds no personal data.</summary>
public sealed record SeenRow
{
    public string ContentHash { get; init; } = "";
    public string Answer { get; init; } = "";
}
