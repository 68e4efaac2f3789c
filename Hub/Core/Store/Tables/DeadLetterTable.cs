using LLTP.Hub.Core.Pipeline;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Parked deliveries: why, how many, and what people may do with one. An act counts only while its delivery is still parked.</summary>
public static class DeadLetterTable
{
    const string Open = "state NOT IN ('Delivered', 'Cancelled')";

    const string First = $"""
        seq = (SELECT min(other.seq) FROM delivery AS other
               WHERE other.dossier = delivery.dossier AND other.partner = delivery.partner AND other.{Open})
        """;

    public static Task<int> NoteCauseAsync(this Work work, string id, Cause cause) => work.ExecuteAsync(
        "UPDATE delivery SET cause = @Cause, reply_code = @Code, reply_digest = @Digest WHERE id = @id",
        new { id, Cause = cause.Id, cause.Code, cause.Digest });

    public static Task<IReadOnlyList<DeadLetterGroup>> DeadLetterGroupsAsync(this Work work) => work.ListAsync<DeadLetterGroup>(
        """
        SELECT cause, partner, kind, reason, reply_code, reply_digest, count(*) AS deliveries, min(done_at) AS oldest, max(done_at) AS newest
        FROM delivery WHERE state = 'Parked'
        GROUP BY cause, partner, kind, reason, reply_code, reply_digest ORDER BY count(*) DESC, cause
        """);

    /// <summary>One page of a group in the order of the queue; after is the last seq seen.</summary>
    public static Task<IReadOnlyList<DeadLetterRow>> DeadLettersAsync(this Work work, string cause, long after, int limit) =>
        work.ListAsync<DeadLetterRow>(
            "SELECT * FROM delivery WHERE state = 'Parked' AND cause = @cause AND seq > @after ORDER BY seq LIMIT @limit",
            new { cause, after, limit });

    /// <summary>Parked deliveries that a task may retry; an empty cause or partner means any.</summary>
    public static Task<IReadOnlyList<DeadLetterRow>> RetryableAsync(this Work work, string cause, string partner, long cutOff, long after, int limit) =>
        work.ListAsync<DeadLetterRow>(
            $"""
            SELECT * FROM delivery WHERE state = 'Parked' AND {Open} AND (@cause = '' OR cause = @cause) AND (@partner = '' OR partner = @partner)
                AND done_at <= @cutOff AND seq > @after ORDER BY seq LIMIT @limit
            """, new { cause, partner, cutOff, after, limit });

    public static Task<long> CountRetryableAsync(this Work work, string cause, string partner, long cutOff) => work.FirstAsync<long>(
        """
        SELECT count(*) FROM delivery WHERE state = 'Parked' AND (@cause = '' OR cause = @cause) AND (@partner = '' OR partner = @partner)
            AND done_at <= @cutOff
        """, new { cause, partner, cutOff });

    /// <summary>
    /// The delivery waits again, with its identity and a new span of patience; what may have arrived is asked about before it is sent.
    /// False when it is not parked any more.
    /// </summary>
    public static async Task<bool> RetryParkedAsync(this Work work, string id, long now) => await work.ExecuteAsync(
        $"""
        UPDATE delivery SET state = 'Waiting', reason = 'RetriedByHand', first_attempt_at = NULL, done_at = NULL, lease_until = NULL,
            maybe_done = CASE WHEN reason IN ('GaveUp', 'UnknownReply') THEN 1 ELSE maybe_done END,
            due_at = CASE WHEN {First} THEN @now END
        WHERE id = @id AND state = 'Parked'
        """, new { id, now }) == 1;

    /// <summary>A person decided that the delivery is not sent any more; false when it is not parked.</summary>
    public static async Task<bool> CancelParkedAsync(this Work work, string id, string reason, long now) => await work.ExecuteAsync(
        "UPDATE delivery SET state = 'Cancelled', reason = @reason, due_at = NULL, done_at = @now WHERE id = @id AND state = 'Parked'",
        new { id, reason, now }) == 1;

    /// <summary>The open deliveries of one dossier and partner, in the order in which they go.</summary>
    public static Task<IReadOnlyList<DeliveryRow>> QueueAsync(this Work work, string dossier, string partner) => work.ListAsync<DeliveryRow>(
        $"SELECT * FROM delivery WHERE dossier = @dossier AND partner = @partner AND {Open} ORDER BY seq", new { dossier, partner });

    /// <summary>Gives these deliveries, in this order, the places in the queue that they hold among them now.</summary>
    public static async Task ReorderAsync(this Work work, IReadOnlyList<DeliveryRow> inOrder)
    {
        var places = inOrder.Select(row => row.Seq).Order().ToList();
        foreach (var row in inOrder)
            await work.PlaceAsync(row.Id, -row.Seq);
        for (var index = 0; index < inOrder.Count; index++)
            await work.PlaceAsync(inOrder[index].Id, places[index]);
    }

    static Task<int> PlaceAsync(this Work work, string id, long seq) =>
        work.ExecuteAsync("UPDATE delivery SET seq = @seq WHERE id = @id", new { id, seq });
}

/// <summary>Dead letters of one cause.</summary>
public sealed record DeadLetterGroup
{
    public string Cause { get; init; } = "";
    public string Partner { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Reason { get; init; } = "";
    public string? ReplyCode { get; init; }
    public string? ReplyDigest { get; init; }
    public long Deliveries { get; init; }
    public long Oldest { get; init; }
    public long Newest { get; init; }
}

/// <summary>One dead letter: identifiers and codes only.</summary>
public sealed record DeadLetterRow
{
    public long Seq { get; init; }
    public string Id { get; init; } = "";
    public string Dossier { get; init; } = "";
    public int Version { get; init; }
    public string Partner { get; init; } = "";
    public string Kind { get; init; } = "";
    public int? Show { get; init; }
    public string? Reason { get; init; }
    public string? Cause { get; init; }
    public string? ReplyCode { get; init; }
    public string? ReplyDigest { get; init; }
    public int Attempt { get; init; }
    public bool MaybeDone { get; init; }
    public long OwedAt { get; init; }
    public long DoneAt { get; init; }
}
