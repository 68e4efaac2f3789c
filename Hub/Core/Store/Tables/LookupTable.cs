namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Look-ups that wait for an answer, and what people have entered about them.</summary>
public static class LookupTable
{
    const string Entered = "RepairLookupEntered";
    const string Answered = "RepairLookupAnswered";

    /// <summary>The nearest due date first.</summary>
    public static Task<IReadOnlyList<OpenLookupRow>> OpenLookupsAsync(this Work work, int limit) => work.ListAsync<OpenLookupRow>(
        $"""
        SELECT l.dossier, l.id, l.delivery, l.version, d.owed_at, d.state AS delivery_state, x.due_date,
            (SELECT COUNT(*) FROM event e WHERE e.dossier = l.dossier AND e.delivery = l.delivery AND e.kind = '{Entered}' AND e.seq >
                COALESCE((SELECT MAX(a.seq) FROM event a WHERE a.dossier = l.dossier AND a.delivery = l.delivery AND a.kind = '{Answered}'), 0)) AS entries
        FROM lookup l JOIN delivery d ON d.id = l.delivery JOIN dossier x ON x.number = l.dossier
        WHERE l.state = 'Open' ORDER BY x.due_date, l.delivery LIMIT @limit
        """, new { limit });

    public static Task<IReadOnlyList<LookupRow>> OpenLookupsOfAsync(this Work work, string dossier) =>
        work.ListAsync<LookupRow>("SELECT * FROM lookup WHERE dossier = @dossier AND state = 'Open' ORDER BY delivery", new { dossier });

    /// <summary>What was entered last and has not counted yet.</summary>
    public static async Task<EventRow?> EnteredAsync(this Work work, LookupRow lookup) => await work.FirstAsync<EventRow>(
        $"""
        SELECT * FROM event WHERE dossier = @Dossier AND delivery = @Delivery AND kind IN ('{Entered}', '{Answered}') ORDER BY seq DESC LIMIT 1
        """, lookup) is { Kind: Entered } entry ? entry : null;
}

/// <summary>An open look-up as people see it; entries are those since the last answer that counted.</summary>
public sealed record OpenLookupRow
{
    public string Dossier { get; init; } = "";
    public string Id { get; init; } = "";
    public string Delivery { get; init; } = "";
    public int Version { get; init; }
    public long OwedAt { get; init; }
    public string DeliveryState { get; init; } = "";
    public string? DueDate { get; init; }
    public int Entries { get; init; }
}
