using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What waits for a person.</summary>
public static class WorkItemTable
{
    public static Task<int> OpenWorkItemAsync(this Work work, WorkItemKind kind, string? dossier, string? delivery, string? detail, long now) =>
        work.ExecuteAsync(
            "INSERT INTO work_item (id, at, kind, dossier, delivery, detail) VALUES (@id, @now, @kind, @dossier, @delivery, @detail)",
            new { id = Guid.CreateVersion7().ToString(), now, kind = kind.ToString(), dossier, delivery, detail });

    /// <summary>Opens an item unless one of its kind is open for the dossier.</summary>
    public static Task<int> OpenWorkItemOnceAsync(this Work work, WorkItemKind kind, string dossier, string? detail, long now) => work.ExecuteAsync(
        """
        INSERT INTO work_item (id, at, kind, dossier, detail) SELECT @id, @now, @kind, @dossier, @detail
        WHERE NOT EXISTS (SELECT 1 FROM work_item WHERE kind = @kind AND dossier = @dossier AND closed_at IS NULL)
        """, new { id = Guid.CreateVersion7().ToString(), now, kind = kind.ToString(), dossier, detail });

    /// <summary>Opens an item unless there is, or was, one of its kind and detail for the dossier.</summary>
    public static Task<int> OpenWorkItemOfDetailAsync(this Work work, WorkItemKind kind, string dossier, string detail, long now) => work.ExecuteAsync(
        """
        INSERT INTO work_item (id, at, kind, dossier, detail) SELECT @id, @now, @kind, @dossier, @detail
        WHERE NOT EXISTS (SELECT 1 FROM work_item WHERE kind = @kind AND dossier = @dossier AND detail = @detail)
        """, new { id = Guid.CreateVersion7().ToString(), now, kind = kind.ToString(), dossier, detail });

    /// <summary>Open items, or the closed ones, the oldest first; of one kind where it is given.</summary>
    public static Task<IReadOnlyList<WorkItemRow>> WorkItemsAsync(this Work work, int limit, string? kind = null, bool closed = false) =>
        work.ListAsync<WorkItemRow>(
            $"""
            SELECT * FROM work_item WHERE closed_at IS {(closed ? "NOT NULL" : "NULL")} {(kind is null ? "" : "AND kind = @kind")}
            ORDER BY at LIMIT @limit
            """, new { limit, kind });

    /// <summary>What was put before people about a dossier has settled itself.</summary>
    public static Task<int> CloseWorkItemsOfDossierAsync(this Work work, string dossier, WorkItemKind kind, long now) => work.ExecuteAsync(
        "UPDATE work_item SET closed_at = @now WHERE dossier = @dossier AND kind = @kind AND closed_at IS NULL",
        new { dossier, kind = kind.ToString(), now });

    /// <summary>Closes one open item; null when there is none.</summary>
    public static Task<WorkItemRow?> CloseWorkItemAsync(this Work work, string? id, long now) => work.FirstAsync<WorkItemRow>(
        "UPDATE work_item SET closed_at = @now WHERE id = @id AND closed_at IS NULL RETURNING *", new { id, now });

    public static Task<int> CloseWorkItemsOfAsync(this Work work, string delivery, string kind, long now) => work.ExecuteAsync(
        "UPDATE work_item SET closed_at = @now WHERE delivery = @delivery AND kind = @kind AND closed_at IS NULL", new { delivery, kind, now });

    public static Task<int> OpenWorkItemAsync(this Work work, WorkItemRow row) => work.ExecuteAsync(
        "INSERT INTO work_item (id, at, kind, dossier, delivery, detail) VALUES (@Id, @At, @Kind, @Dossier, @Delivery, @Detail)", row);

    /// <summary>What was put before people because of this delivery is settled.</summary>
    public static Task<int> CloseWorkItemsOfAsync(this Work work, string delivery, long now) => work.ExecuteAsync(
        "UPDATE work_item SET closed_at = @now WHERE delivery = @delivery AND closed_at IS NULL", new { delivery, now });
}

/// <summary>One thing that waits for a person.</summary>
public sealed record WorkItemRow
{
    public string Id { get; init; } = "";
    public long At { get; init; }
    public string Kind { get; init; } = "";
    public string? Dossier { get; init; }
    public string? Delivery { get; init; }
    public string? Detail { get; init; }
    public long? ClosedAt { get; init; }
}
