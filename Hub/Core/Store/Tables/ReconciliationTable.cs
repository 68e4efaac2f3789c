namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Results of reconciliation per partner and day, and the differences that are open.</summary>
public static class ReconciliationTable
{
    public static Task<int> SaveReconciliationAsync(this Work work, ReconciliationRow row) => work.ExecuteAsync(
        """
        INSERT INTO reconciliation (partner, day, at, state, compared, unanswered, differences)
        VALUES (@Partner, @Day, @At, @State, @Compared, @Unanswered, @Differences)
        ON CONFLICT (partner, day) DO UPDATE
        SET at = @At, state = @State, compared = @Compared, unanswered = @Unanswered, differences = @Differences
        """, row);

    /// <summary>Null when that day was not compared with the partner.</summary>
    public static Task<ReconciliationRow?> ReconciliationAsync(this Work work, string partner, string day) =>
        work.FirstAsync<ReconciliationRow>("SELECT * FROM reconciliation WHERE partner = @partner AND day = @day", new { partner, day });

    /// <summary>The latest days first.</summary>
    public static Task<IReadOnlyList<ReconciliationRow>> ReconciliationsAsync(this Work work, string? partner, int limit) =>
        work.ListAsync<ReconciliationRow>(
            "SELECT * FROM reconciliation WHERE (@partner IS NULL OR partner = @partner) ORDER BY day DESC, partner LIMIT @limit",
            new { partner, limit });

    public static Task<IReadOnlyList<DifferenceRow>> OpenDifferencesAsync(this Work work, string? partner, int limit) =>
        work.ListAsync<DifferenceRow>(
            "SELECT * FROM difference WHERE closed_at IS NULL AND (@partner IS NULL OR partner = @partner) ORDER BY found_at, id LIMIT @limit",
            new { partner, limit });

    public static Task<DifferenceRow?> OpenDifferenceAsync(this Work work, string partner, string dossier, string reference) =>
        work.FirstAsync<DifferenceRow>(
            "SELECT * FROM difference WHERE partner = @partner AND dossier = @dossier AND reference = @reference AND closed_at IS NULL",
            new { partner, dossier, reference });

    /// <summary>A new difference; one that another node found at the same moment stays as it is.</summary>
    public static Task<int> OpenDifferenceAsync(this Work work, DifferenceRow row) => work.ExecuteAsync(
        """
        INSERT INTO difference (id, partner, dossier, reference, class, field, ours, theirs, found_at, seen_at, work_item)
        VALUES (@Id, @Partner, @Dossier, @Reference, @Class, @Field, @Ours, @Theirs, @FoundAt, @SeenAt, @WorkItem)
        ON CONFLICT DO NOTHING
        """, row);

    public static Task<int> UpdateDifferenceAsync(this Work work, DifferenceRow row) => work.ExecuteAsync(
        """
        UPDATE difference SET class = @Class, field = @Field, ours = @Ours, theirs = @Theirs, seen_at = @SeenAt, work_item = @WorkItem
        WHERE id = @Id
        """, row);

    public static async Task CloseDifferenceAsync(this Work work, DifferenceRow row, long now)
    {
        await work.ExecuteAsync("UPDATE difference SET closed_at = @now WHERE id = @Id", new { row.Id, now });
        await work.CloseWorkItemAsync(row.WorkItem, now);
    }

    public static async Task<int> PurgeReconciliationAsync(this Work work, long before) =>
        await work.ExecuteAsync("DELETE FROM reconciliation WHERE at < @before", new { before })
        + await work.ExecuteAsync("DELETE FROM difference WHERE closed_at < @before", new { before });
}

/// <summary>How the comparison with one partner for one day of Vietnam ended.</summary>
public sealed record ReconciliationRow
{
    public string Partner { get; init; } = "";
    public string Day { get; init; } = "";
    public long At { get; init; }

    /// <summary>Done, Unverifiable or NotConfigured.</summary>
    public string State { get; init; } = "";
    public int Compared { get; init; }
    public int Unanswered { get; init; }
    public int Differences { get; init; }
}

/// <summary>A difference found by reconciliation, open until a later comparison finds none.</summary>
public sealed record DifferenceRow
{
    public string Id { get; init; } = "";
    public string Partner { get; init; } = "";
    public string Dossier { get; init; } = "";
    public string Reference { get; init; } = "";
    public string Class { get; init; } = "";
    public string Field { get; init; } = "";
    public string? Ours { get; init; }
    public string? Theirs { get; init; }
    public long FoundAt { get; init; }
    public long SeenAt { get; init; }
    public string? WorkItem { get; init; }
}
