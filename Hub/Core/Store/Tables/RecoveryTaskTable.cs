namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Bounded group acts and how far they are; each step counts only from the place at which it was read.</summary>
public static class RecoveryTaskTable
{
    public static Task<int> StartTaskAsync(this Work work, RecoveryTaskRow row) => work.ExecuteAsync(
        """
        INSERT INTO recovery_task (id, created_at, act, cause, partner, cut_off, per_second, total, at_seq, done, failed, state, next_at)
        VALUES (@Id, @CreatedAt, @Act, @Cause, @Partner, @CutOff, @PerSecond, @Total, 0, 0, 0, 'Running', @CreatedAt)
        """, row);

    /// <summary>The running task whose turn it is, locked; null when there is none.</summary>
    public static Task<RecoveryTaskRow?> DueTaskAsync(this Work work, long now) => work.FirstAsync<RecoveryTaskRow>(
        $"SELECT * FROM recovery_task WHERE state = 'Running' AND next_at <= @now ORDER BY next_at LIMIT 1 {work.Dialect.SkipLocked}", new { now });

    public static async Task<bool> HasDueTaskAsync(this Work work, long now) => await work.FirstAsync<long>(
        "SELECT count(*) FROM recovery_task WHERE state = 'Running' AND next_at <= @now", new { now }) > 0;

    /// <summary>Writes a step down; false when the task was cancelled or somebody else has done the step.</summary>
    public static async Task<bool> AdvanceTaskAsync(this Work work, RecoveryTaskRow before, RecoveryTaskRow after) => await work.ExecuteAsync(
        """
        UPDATE recovery_task SET at_seq = @AtSeq, done = @Done, failed = @Failed, state = @State, next_at = @NextAt, ended_at = @EndedAt
        WHERE id = @Id AND state = 'Running' AND at_seq = @From
        """, new { after.Id, after.AtSeq, after.Done, after.Failed, after.State, after.NextAt, after.EndedAt, From = before.AtSeq }) == 1;

    /// <summary>False when the task does not run.</summary>
    public static async Task<bool> CancelTaskAsync(this Work work, string id, long now) => await work.ExecuteAsync(
        "UPDATE recovery_task SET state = 'Cancelled', ended_at = @now WHERE id = @id AND state = 'Running'", new { id, now }) == 1;

    public static Task<int> PurgeTasksAsync(this Work work, long before) =>
        work.ExecuteAsync("DELETE FROM recovery_task WHERE ended_at < @before", new { before });

    public static Task<RecoveryTaskRow?> TaskAsync(this Work work, string id) =>
        work.FirstAsync<RecoveryTaskRow>("SELECT * FROM recovery_task WHERE id = @id", new { id });

    public static Task<IReadOnlyList<RecoveryTaskRow>> TasksAsync(this Work work, int limit) =>
        work.ListAsync<RecoveryTaskRow>("SELECT * FROM recovery_task ORDER BY created_at DESC LIMIT @limit", new { limit });
}

public static class RecoveryTaskState
{
    public const string Running = "Running";
    public const string Done = "Done";
    public const string Cancelled = "Cancelled";
}

/// <summary>A retry of many dead letters: an empty Cause or Partner means any; Act is the hash of who and why; AtSeq the last row worked off.</summary>
public sealed record RecoveryTaskRow
{
    public string Id { get; init; } = "";
    public long CreatedAt { get; init; }
    public string Act { get; init; } = "";
    public string Cause { get; init; } = "";
    public string Partner { get; init; } = "";
    public long CutOff { get; init; }
    public int PerSecond { get; init; }
    public long Total { get; init; }
    public long AtSeq { get; init; }
    public long Done { get; init; }
    public long Failed { get; init; }
    public string State { get; init; } = RecoveryTaskState.Running;
    public long NextAt { get; init; }
    public long? EndedAt { get; init; }
}
