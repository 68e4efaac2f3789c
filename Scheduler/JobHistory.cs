using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Quartz;

namespace LLTP.Hub.Scheduler;

/// <summary>Writes every run into the history. A run whose node died keeps its start without an end.</summary>
public sealed class JobHistory(Database database, SchedulerLog log, TimeProvider clock) : IJobListener
{
    const string ByTimetable = "timetable";

    readonly ConcurrentDictionary<string, JobRunRow> running = new();

    public static string Node { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    public string Name => nameof(JobHistory);

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var person = context.MergedJobDataMap.TryGetString(JobDesk.StartedBy, out var by) ? by : null;
        var run = new JobRunRow
        {
            Id = Guid.CreateVersion7().ToString(), Job = context.JobDetail.Key.Name, Node = Node, StartedBy = person ?? ByTimetable,
            DueAt = person is null ? context.ScheduledFireTimeUtc?.Ms() : null, StartedAt = clock.GetUtcNow().Ms(),
        };
        running[context.FireInstanceId] = run;
        if (!IsQuiet(run))
            await WriteAsync(work => work.BeginRunAsync(run), run.Job);
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        running.TryRemove(context.FireInstanceId, out _);
        return ValueTask.CompletedTask;
    }

    public async ValueTask JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (!running.TryRemove(context.FireInstanceId, out var run))
            return;
        var failure = jobException is null ? null : (jobException.GetBaseException() ?? jobException).GetType().Name;
        var ended = run with
        {
            EndedAt = clock.GetUtcNow().Ms(), Failure = failure, Result = Convert.ToString(context.Result, CultureInfo.InvariantCulture),
        };
        if (failure is not null)
            log.JobFailed(run.Job, failure, jobException);
        if (!IsQuiet(run))
            await WriteAsync(work => work.EndRunAsync(ended), run.Job);
        else if (failure is not null || ended.Result is not (null or "" or "0"))
            await WriteAsync(work => work.BeginRunAsync(ended), run.Job);
    }

    // A run that people asked for is always shown.
    static bool IsQuiet(JobRunRow run) => run.StartedBy == ByTimetable && Timetable.Find(run.Job) is { IsQuiet: true };

    // A history that cannot be written must not stop the job.
    async Task WriteAsync(Func<Work, Task<int>> write, string job)
    {
        try
        {
            await database.WriteAsync(write, CancellationToken.None);
        }
        catch (DbException failure)
        {
            log.HistoryNotWritten(job, failure.ErrorCode);
        }
    }
}
