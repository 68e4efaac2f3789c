namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The append-only history.</summary>
public static class EventTable
{
    const long Margin = 600_000;

    /// <summary>Returns the event's place in the history.</summary>
    public static Task<long> AppendEventAsync(this Work work, EventRow row) => work.FirstAsync<long>(
        """
        INSERT INTO event (id, recorded_at, at, dossier, version, kind, partner, door, from_state, to_state, step, due_date,
                           delivery, attempt, original, content, sent_hash, evidence, detail)
        VALUES (@Id, @RecordedAt, @At, @Dossier, @Version, @Kind, @Partner, @Door, @FromState, @ToState, @Step, @DueDate,
                @Delivery, @Attempt, @Original, @Content, @SentHash, @Evidence, @Detail)
        RETURNING seq
        """, row);

    /// <summary>
    /// A place before everything that was recorded since then, found by halving: places and times of recording rise together, but for what
    /// nodes on their way at once and clocks that differ by less than the margin make of it.
    /// </summary>
    public static async Task<long> PlaceBeforeAsync(this Work work, long since)
    {
        var (before, after) = (0L, await work.FirstAsync<long>("SELECT COALESCE(max(seq), 0) FROM event"));
        while (before < after)
        {
            var middle = before + ((after - before) / 2);
            var next = await work.FirstAsync<PlaceRow>("SELECT seq, recorded_at FROM event WHERE seq > @middle ORDER BY seq LIMIT 1", new { middle });
            if (next is null || next.RecordedAt >= since - Margin)
                after = middle;
            else
                before = next.Seq;
        }
        return before;
    }

    public static Task<EventRow?> EventAsync(this Work work, long seq) =>
        work.FirstAsync<EventRow>("SELECT * FROM event WHERE seq = @seq", new { seq });

    public static Task<IReadOnlyList<EventRow>> EventsOfAsync(this Work work, string dossier) =>
        work.ListAsync<EventRow>("SELECT * FROM event WHERE dossier = @dossier ORDER BY seq", new { dossier });

    sealed record PlaceRow
    {
        public long Seq { get; init; }
        public long RecordedAt { get; init; }
    }
}
