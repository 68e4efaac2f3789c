namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The mark that a backup was restored, and the numbers that may have been given out in the lost span.</summary>
public static class RestoreTable
{
    /// <summary>Part of every claim: while a mark is not lifted nothing is sent.</summary>
    public const string NotHeld = "NOT EXISTS (SELECT 1 FROM restore_mark WHERE lifted_at IS NULL)";

    public static Task<int> MarkRestoreAsync(this Work work, string id, long restoredTo, long now) => work.ExecuteAsync(
        "INSERT INTO restore_mark (id, restored_to, set_at) VALUES (@id, @restoredTo, @now)", new { id, restoredTo, now });

    /// <summary>The oldest mark that is not lifted; null when nothing is held.</summary>
    public static Task<RestoreRow?> HeldAsync(this Work work) =>
        work.FirstAsync<RestoreRow>("SELECT * FROM restore_mark WHERE lifted_at IS NULL ORDER BY set_at LIMIT 1");

    public static Task<int> ReconciledRestoreAsync(this Work work, string id, long now) =>
        work.ExecuteAsync("UPDATE restore_mark SET reconciled_at = @now WHERE id = @id AND reconciled_at IS NULL", new { id, now });

    public static async Task<bool> LiftRestoreAsync(this Work work, string id, long now) => await work.ExecuteAsync(
        "UPDATE restore_mark SET lifted_at = @now WHERE id = @id AND lifted_at IS NULL", new { id, now }) == 1;

    /// <summary>Moves the counter of a day on by the margin, and past the one that a partner shows; returns where it stands now.</summary>
    public static async Task<long> JumpNumbersAsync(this Work work, string unit, string day, long atLeast, long margin)
    {
        var last = await work.FirstAsync<long>(
            """
            INSERT INTO number_counter (unit, day, last) VALUES (@unit, @day, @atLeast + @margin)
            ON CONFLICT (unit, day) DO UPDATE SET last =
                CASE WHEN number_counter.last > @atLeast THEN number_counter.last ELSE @atLeast END + @margin RETURNING last
            """, new { unit, day, atLeast, margin });
        await work.ExecuteAsync(
            """
            INSERT INTO restored_counter (unit, day, up_to) VALUES (@unit, @day, @last)
            ON CONFLICT (unit, day) DO UPDATE SET up_to = CASE WHEN restored_counter.up_to > @last THEN restored_counter.up_to ELSE @last END
            """, new { unit, day, last });
        return last;
    }

    /// <summary>Up to which counter numbers of this day may have been given out in a lost span; 0 for other days.</summary>
    public static Task<long> RestoredUpToAsync(this Work work, string unit, string day) =>
        work.FirstAsync<long>("SELECT up_to FROM restored_counter WHERE unit = @unit AND day = @day", new { unit, day });

    public static Task<long> CounterAsync(this Work work, string unit, string day) =>
        work.FirstAsync<long>("SELECT last FROM number_counter WHERE unit = @unit AND day = @day", new { unit, day });
}

/// <summary>One mark: the backup's time, and when the hub was marked, reconciled and let go; UTC milliseconds.</summary>
public sealed record RestoreRow
{
    public string Id { get; init; } = "";
    public long RestoredTo { get; init; }
    public long SetAt { get; init; }
    public long? ReconciledAt { get; init; }
    public long? LiftedAt { get; init; }
}
