namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Runs of the hub's own jobs.</summary>
public static class JobTable
{
    public static Task<int> BeginRunAsync(this Work work, JobRunRow row) => work.ExecuteAsync(
        """
        INSERT INTO job_run (id, job, node, started_by, due_at, started_at, ended_at, result, failure)
        VALUES (@Id, @Job, @Node, @StartedBy, @DueAt, @StartedAt, @EndedAt, @Result, @Failure)
        """, row);

    public static Task<int> EndRunAsync(this Work work, JobRunRow row) => work.ExecuteAsync(
        "UPDATE job_run SET ended_at = @EndedAt, result = @Result, failure = @Failure WHERE id = @Id", row);

    /// <summary>The latest runs first, of one job or of all.</summary>
    public static Task<IReadOnlyList<JobRunRow>> RunsAsync(this Work work, string? job, int limit) => work.ListAsync<JobRunRow>(
        $"SELECT * FROM job_run {(job is null ? "" : "WHERE job = @job")} ORDER BY started_at DESC, id DESC LIMIT @limit", new { job, limit });

    public static Task<int> PurgeRunsAsync(this Work work, long before) =>
        work.ExecuteAsync("DELETE FROM job_run WHERE started_at < @before", new { before });
}

/// <summary>One run of a job; Failure is the kind of an exception, never its words.</summary>
public sealed record JobRunRow
{
    public string Id { get; init; } = "";
    public string Job { get; init; } = "";
    public string Node { get; init; } = "";
    public string StartedBy { get; init; } = "";

    /// <summary>The time of the timetable that the run belongs to; null when people started it.</summary>
    public long? DueAt { get; init; }
    public long StartedAt { get; init; }
    public long? EndedAt { get; init; }
    public string? Result { get; init; }
    public string? Failure { get; init; }
}
