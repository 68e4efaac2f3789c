using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Repair;

/// <summary>Which dead letters to retry: one cause, one partner or all, parked up to a moment, at most so many in a second.</summary>
public sealed record RetryMany(string? Cause = null, string? Partner = null, DateTimeOffset? UpTo = null, int PerSecond = RetryMany.Usual)
{
    public const int Usual = 5;
    public const int Fastest = 100;
}

/// <summary>
/// Group acts as bounded tasks: small transactions that move letters and write down how far the task is, so that it goes on after a kill where
/// it stood. The pace keeps a mass retry from flooding a partner; letters parked after the cut-off are left alone, so a task always ends.
/// </summary>
public sealed class RecoveryTasks(Database database, DeadLetters letters, ActRecords records, WakeUps wakeUps, TimeProvider clock)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public async Task<Repaired> StartAsync(RetryMany wanted, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        var now = clock.GetUtcNow();
        var cutOff = wanted.UpTo is { } said && said < now ? said : now;
        if (wanted.PerSecond is < 1 or > RetryMany.Fastest)
            return Repaired.Refused(RepairRefusal.BadRequest, $"perSecond 1-{RetryMany.Fastest}");
        return await database.WriteAsync(async work =>
        {
            var words = await records.KeepAsync(work, act);
            var (cause, partner) = (wanted.Cause ?? "", wanted.Partner ?? "");
            var row = new RecoveryTaskRow
            {
                Id = Guid.CreateVersion7().ToString(), CreatedAt = now.Ms(), Act = words, Cause = cause, Partner = partner,
                CutOff = cutOff.Ms(), PerSecond = wanted.PerSecond, Total = await work.CountRetryableAsync(cause, partner, cutOff.Ms()),
            };
            await work.StartTaskAsync(row);
            await records.AppendAsync(work, words, ActKind.TaskStarted, new(Partner: wanted.Partner, Detail: $"{row.Id} {cause} {row.Total}"));
            return Repaired.Done(row.Id);
        }, cancellation);
    }

    public async Task<Repaired> CancelAsync(string id, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        return await database.WriteAsync(async work =>
        {
            if (!await work.CancelTaskAsync(id, clock.GetUtcNow().Ms()))
                return Repaired.Refused(await work.TaskAsync(id) is null ? RepairRefusal.NotFound : RepairRefusal.TaskEnded, id);
            await records.WriteAsync(work, act, ActKind.TaskCancelled, new(Detail: id));
            return Repaired.Done(id);
        }, cancellation);
    }

    public Task<RecoveryTaskRow?> FindAsync(string id, CancellationToken cancellation) => database.ReadAsync(work => work.TaskAsync(id), cancellation);

    public Task<IReadOnlyList<RecoveryTaskRow>> ListAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.TasksAsync(limit), cancellation);

    /// <summary>Works off one step of one task: as many letters as its pace allows in a second. False when no task had its turn.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (!await database.ReadAsync(work => work.HasDueTaskAsync(clock.GetUtcNow().Ms()), cancellation))
            return false;
        List<string> woken = [];
        var worked = await database.WriteAsync(async work =>
        {
            woken.Clear();
            return await work.DueTaskAsync(clock.GetUtcNow().Ms()) is { } task && await StepAsync(work, task, woken);
        }, cancellation);
        KillPoint.Pass(KillPoint.RepairCommitted);
        wakeUps.Wake(woken);
        return worked;
    }

    async Task<bool> StepAsync(Work work, RecoveryTaskRow task, List<string> woken)
    {
        var now = clock.GetUtcNow().Ms();
        var rows = await work.RetryableAsync(task.Cause, task.Partner, task.CutOff, task.AtSeq, task.PerSecond);
        var done = 0;
        foreach (var row in rows)
        {
            await work.LockDossierAsync(row.Dossier);
            if (await work.DeliveryAsync(row.Id) is { } letter && await letters.RetryAsync(work, letter, task.Act, task.Id))
                done++;
            woken.Add(row.Partner);
        }
        var isLast = rows.Count < task.PerSecond;
        var after = task with
        {
            AtSeq = rows.Count == 0 ? task.AtSeq : rows[^1].Seq, Done = task.Done + done, Failed = task.Failed + rows.Count - done,
            State = isLast ? RecoveryTaskState.Done : task.State, EndedAt = isLast ? now : null, NextAt = now + (long)Step.TotalMilliseconds,
        };
        KillPoint.Pass(KillPoint.RepairDeciding);
        // Whoever cancelled the task meanwhile wins: the whole step is rolled back.
        return await work.AdvanceTaskAsync(task, after) ? true : throw new InvalidOperationException($"Task {task.Id} was changed outside its lock.");
    }
}
