using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Scheduler;

namespace LLTP.Hub.Host.Operations;

/// <summary>Jobs with their times and runs, running one at once, and what reconciliation found; on the operations address only.</summary>
static class JobApi
{
    const int Page = 200;
    const int LongestName = 50;

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapGet("/jobs", JobsAsync);
        api.MapGet("/jobs/{name}/runs", RunsAsync);
        api.MapPost("/jobs/{name}/run", RunAsync);
        api.MapGet("/reconciliation", ReconciliationAsync);
        api.MapGet("/differences", DifferencesAsync);
    }

    static async Task<IResult> JobsAsync(JobDesk desk, Database database, CancellationToken cancellation)
    {
        var jobs = new List<object>();
        foreach (var entry in desk.Entries)
        {
            var runs = await database.ReadAsync(work => work.RunsAsync(entry.Name, 1), cancellation);
            jobs.Add(new
            {
                entry.Name, entry.Cron, missed = entry.Missed.ToString(), place = entry.Place.ToString(), entry.Partner,
                vi = entry.Vietnamese, en = entry.English, next = await desk.NextAsync(entry, cancellation),
                last = runs is [var last] ? RunView.Of(last) : null,
            });
        }
        return Results.Json(jobs);
    }

    static async Task<IResult> RunsAsync(string name, Database database, CancellationToken cancellation) => Timetable.Find(name) is null
        ? Results.Problem(statusCode: StatusCodes.Status404NotFound)
        : Results.Json((await database.ReadAsync(work => work.RunsAsync(name, Page), cancellation)).Select(RunView.Of));

    static async Task<IResult> RunAsync(string name, RunRequest request, JobDesk desk, CancellationToken cancellation)
    {
        if (Timetable.Find(name) is not { } entry)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        if (request.By is not { Length: > 0 and <= LongestName } by || string.IsNullOrWhiteSpace(by))
            return Results.Problem(Text.English("job.who"), statusCode: StatusCodes.Status400BadRequest, title: Text.Vietnamese("job.who"));
        await desk.RunNowAsync(entry, by.Trim(), request.Day, cancellation);
        return Results.Accepted($"/api/v1/jobs/{name}/runs");
    }

    static async Task<IResult> ReconciliationAsync(string? partner, Database database, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(work => work.ReconciliationsAsync(partner, Page), cancellation);
        return Results.Json(rows.Select(row => new
        {
            row.Partner, row.Day, at = Clock.Vietnam(row.At), row.State, vi = Text.Vietnamese($"reconciliation.{row.State}"),
            en = Text.English($"reconciliation.{row.State}"), row.Compared, row.Unanswered, row.Differences,
        }));
    }

    static async Task<IResult> DifferencesAsync(string? partner, Database database, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(work => work.OpenDifferencesAsync(partner, Page), cancellation);
        return Results.Json(rows.Select(row => new
        {
            row.Partner, row.Dossier, row.Reference, row.Class,
            vi = Text.Vietnamese($"difference.{row.Class}"), en = Text.English($"difference.{row.Class}"),
            row.Field, row.Ours, row.Theirs, foundAt = Clock.Vietnam(row.FoundAt), seenAt = Clock.Vietnam(row.SeenAt), row.WorkItem,
        }));
    }

    /// <summary>Who runs a job beside its timetable, and for which day where it is about one.</summary>
    sealed record RunRequest(string? By, DateOnly? Day);

    sealed record RunView(
        string Id, string Node, string StartedBy, DateTimeOffset? DueAt, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Result, string? Failure)
    {
        public static RunView Of(JobRunRow row) => new(
            row.Id, row.Node, row.StartedBy, Time(row.DueAt), Clock.Vietnam(row.StartedAt), Time(row.EndedAt), row.Result, row.Failure);

        static DateTimeOffset? Time(long? ms) => ms is { } known ? Clock.Vietnam(known) : null;
    }
}
