using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Pauses, running deadlines and the notices given of them.</summary>
public static class DeadlineTable
{
    const int Asked = (int)DossierState.SupplementAsked;

    /// <summary>When the citizen was asked to supplement and when the dossier came back, oldest first.</summary>
    public static async Task<IReadOnlyList<Pause>> PausesAsync(this Work work, string dossier)
    {
        var pauses = new List<Pause>();
        foreach (var one in await work.StatesAsync(dossier))
        {
            if (one.State == DossierState.SupplementAsked)
                pauses.Add(new(one.At, null));
            else if (pauses is [.., { To: null } open])
                pauses[^1] = open with { To = one.At };
        }
        return pauses;
    }

    /// <summary>Every state that the dossier reached, oldest first; staying in a state is not reaching it.</summary>
    public static async Task<IReadOnlyList<StateAt>> StatesAsync(this Work work, string dossier) =>
    [
        .. (await work.ListAsync<StateRow>(
            "SELECT at, to_state FROM event WHERE dossier = @dossier AND to_state <> from_state ORDER BY seq", new { dossier }))
            .Select(row => new StateAt((DossierState)row.ToState, Clock.Time(row.At))),
    ];

    /// <summary>Dossiers with a due date and no end yet, the nearest due date first; after a dossier of an earlier page.</summary>
    public static Task<IReadOnlyList<DossierRow>> RunningAsync(this Work work, string afterDue, string afterNumber, int limit) =>
        work.ListAsync<DossierRow>(
            """
            SELECT * FROM dossier WHERE state IN (1, 2, 4, 5) AND (due_date, number) > (@afterDue, @afterNumber)
            ORDER BY due_date, number LIMIT @limit
            """, new { afterDue, afterNumber, limit });

    /// <summary>Dossiers whose last state was reached in a span of time, or that have none of the ends yet and were received before its end.</summary>
    public static Task<IReadOnlyList<DossierRow>> JudgedAsync(this Work work, long from, long to) => work.ListAsync<DossierRow>(
        """
        SELECT * FROM dossier WHERE state IN (1, 2, 4, 5) AND received_at < @to
        UNION SELECT * FROM dossier WHERE event_at >= @from AND received_at < @to ORDER BY number
        """, new { from, to });

    /// <summary>The highest share of this due date that was noticed; 0 when none was.</summary>
    public static Task<long> NoticedAsync(this Work work, string dossier, string dueDate) => work.FirstAsync<long>(
        "SELECT COALESCE(max(share), 0) FROM deadline_notice WHERE dossier = @dossier AND due_date = @dueDate", new { dossier, dueDate });

    /// <summary>False when this share of this due date was noticed before.</summary>
    public static async Task<bool> NoticeAsync(this Work work, string dossier, string dueDate, int share, long now) => await work.ExecuteAsync(
        """
        INSERT INTO deadline_notice (dossier, due_date, share, at) VALUES (@dossier, @dueDate, @share, @now)
        ON CONFLICT (dossier, due_date, share) DO NOTHING
        """, new { dossier, dueDate, share, now }) == 1;

    sealed record StateRow
    {
        public long At { get; init; }
        public int ToState { get; init; }
    }
}
