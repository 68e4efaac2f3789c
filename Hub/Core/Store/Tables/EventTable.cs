namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The append-only history.</summary>
public static class EventTable
{
    /// <summary>Returns the event's place in the history.</summary>
    public static Task<long> AppendEventAsync(this Work work, EventRow row) => work.FirstAsync<long>(
        """
        INSERT INTO event (id, recorded_at, at, dossier, version, kind, partner, door, from_state, to_state, step, due_date,
                           delivery, attempt, original, content, sent_hash, evidence, detail)
        VALUES (@Id, @RecordedAt, @At, @Dossier, @Version, @Kind, @Partner, @Door, @FromState, @ToState, @Step, @DueDate,
                @Delivery, @Attempt, @Original, @Content, @SentHash, @Evidence, @Detail)
        RETURNING seq
        """, row);

    public static Task<EventRow?> EventAsync(this Work work, long seq) =>
        work.FirstAsync<EventRow>("SELECT * FROM event WHERE seq = @seq", new { seq });

    public static Task<IReadOnlyList<EventRow>> EventsOfAsync(this Work work, string dossier) =>
        work.ListAsync<EventRow>("SELECT * FROM event WHERE dossier = @dossier ORDER BY seq", new { dossier });
}
