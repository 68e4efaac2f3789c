using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Host.Operations;

/// <summary>Group acts as tasks, releases from quarantine, work items.</summary>
static class RepairApi
{
    const int Page = 200;

    public static void MapRepair(this IEndpointRouteBuilder api)
    {
        api.MapPost("/recovery-tasks", StartAsync);
        api.MapGet("/recovery-tasks", async (RecoveryTasks tasks, CancellationToken cancellation) =>
            Results.Json((await tasks.ListAsync(Page, cancellation)).Select(View), DoorAnswers.Json));
        api.MapGet("/recovery-tasks/{id}", async (string id, RecoveryTasks tasks, CancellationToken cancellation) =>
            await tasks.FindAsync(id, cancellation) is { } row
                ? Results.Json(View(row), DoorAnswers.Json)
                : await Acts.AnswerAsync(Task.FromResult(Repaired.Refused(RepairRefusal.NotFound, id))));
        api.MapPost("/recovery-tasks/{id}/cancel", (HttpContext context, string id, Why why, RecoveryTasks tasks, CancellationToken cancellation) =>
            Acts.AnswerAsync(tasks.CancelAsync(id, Acts.Of(context, why.Reason), cancellation)));
        api.MapPost("/refusals/{id}/release", (HttpContext context, string id, Why why, QuarantineRelease quarantine, CancellationToken cancellation) =>
            Acts.AnswerAsync(quarantine.ReleaseAsync(id, Acts.Of(context, why.Reason), cancellation)));
        api.MapPost("/work-items/{id}/close", (HttpContext context, string id, Why why, WorkItems items, CancellationToken cancellation) =>
            Acts.AnswerAsync(items.CloseAsync(id, Acts.Of(context, why.Reason), cancellation)));
    }

    public static void MapRestore(this IEndpointRouteBuilder api)
    {
        api.MapGet("/restore", async (RestoreMark mark, CancellationToken cancellation) =>
            Results.Json(new { held = await mark.ReadAsync(cancellation) }, DoorAnswers.Json));
        api.MapPost("/restore/lift", (HttpContext context, Lift why, RestoreMark mark, CancellationToken cancellation) =>
            Acts.AnswerAsync(mark.LiftAsync(why.EvenIfNotReconciled ?? false, Acts.Of(context, why.Reason), cancellation)));
    }

    static Task<IResult> StartAsync(HttpContext context, Wanted wanted, RecoveryTasks tasks, CancellationToken cancellation) =>
        Acts.AnswerAsync(tasks.StartAsync(
            new(wanted.Cause, wanted.Partner, wanted.UpTo, wanted.PerSecond ?? RetryMany.Usual), Acts.Of(context, wanted.Reason), cancellation));

    static object View(RecoveryTaskRow row) => new
    {
        row.Id, row.State, row.Act, row.Cause, row.Partner, upTo = Clock.Vietnam(row.CutOff), row.PerSecond, row.Total, row.Done,
        row.Failed,
        startedAt = Clock.Vietnam(row.CreatedAt), endedAt = row.EndedAt is { } ended ? Clock.Vietnam(ended) : (DateTimeOffset?)null,
    };

    sealed record Why(string? Reason);

    sealed record Lift(string? Reason, bool? EvenIfNotReconciled);

    sealed record Wanted(string? Reason, string? Cause, string? Partner, DateTimeOffset? UpTo, int? PerSecond);
}
