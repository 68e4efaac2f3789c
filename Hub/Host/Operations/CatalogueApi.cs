using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Catalogues;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Host.Operations;

/// <summary>Catalogues in force: lists, files to take away, whole catalogues put in their place, and single words.</summary>
static class CatalogueApi
{
    const long LargestFile = 16L << 20;

    public static void MapCatalogues(this IEndpointRouteBuilder api)
    {
        var catalogues = api.MapGroup("/catalogues");
        catalogues.MapGet("/", ListAsync);
        catalogues.MapGet("/unconfirmed", UnconfirmedAsync);
        catalogues.MapGet("/{name}", ExportAsync);
        catalogues.MapPost("/{name}", ImportAsync);
        catalogues.MapPost("/{name}/words", (HttpContext context, string name, Word word, CatalogueActs acts, CancellationToken cancellation) =>
            Acts.AnswerAsync(acts.MapAsync(
                new(name, word.Code ?? "", word.Contract ?? "", word.Value ?? "", word.Name), word.Release ?? false,
                Acts.Of(context, word.Reason), cancellation)));
    }

    static async Task<IResult> ListAsync(CatalogueActs acts, CancellationToken cancellation) => Results.Json(
        (await acts.InForceAsync(cancellation)).All.Select(catalogue => new
        {
            catalogue.Name, catalogue.Version, catalogue.Title, rows = catalogue.Rows.Count, unconfirmed = catalogue.Rows.Count(row => !row.Confirmed),
        }), DoorAnswers.Json);

    static async Task<IResult> UnconfirmedAsync(CatalogueActs acts, TimeProvider clock, CancellationToken cancellation) => Results.Json(
        (await acts.InForceAsync(cancellation)).Unconfirmed(clock.GetUtcNow().VietnamDay())
            .Select(found => new { found.Catalogue, found.Row.Code, found.Row.Name, found.Row.Source }), DoorAnswers.Json);

    /// <summary>As CSV, for spreadsheets.</summary>
    static async Task<IResult> ExportAsync(string name, CatalogueActs acts, CancellationToken cancellation) =>
        (await acts.InForceAsync(cancellation)).Find(name) is { } catalogue
            ? Results.Bytes(CatalogueTable.Write(catalogue), "text/csv; charset=utf-8", $"{name}.csv")
            : await Acts.AnswerAsync(Task.FromResult(Repaired.Refused(RepairRefusal.NotFound, name)));

    /// <summary>The body is the CSV file; the reason stands in a header, percent-encoded. With dryRun only the difference is told.</summary>
    static async Task<IResult> ImportAsync(
        HttpContext context, string name, bool? dryRun, CatalogueActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestFile;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        if ((await acts.InForceAsync(cancellation)).Find(name) is not { } known)
            return await Acts.AnswerAsync(Task.FromResult(Repaired.Refused(RepairRefusal.NotFound, name)));
        var read = CatalogueTable.Read(body.ToArray(), name, known.Title, $"{clock.GetUtcNow().UtcDateTime:yyyyMMddHHmmss}");
        if (read.Value is not { } catalogue)
            return await Acts.AnswerAsync(Task.FromResult(Repaired.Refused(RepairRefusal.Unreadable, $"{read.Refusal?.Code} {read.Refusal?.Path}")));
        var difference = CatalogueDifference.Between(known, catalogue);
        var done = dryRun ?? false
            ? Repaired.Done(name)
            : await acts.ImportAsync(
                catalogue, Acts.Of(context, Uri.UnescapeDataString(context.Request.Headers["X-LLTP-Reason"].ToString())), cancellation);
        return done.Refusal is null
            ? Results.Json(new { id = name, version = dryRun ?? false ? null : catalogue.Version, difference.Added, difference.Removed, difference.Changed }, DoorAnswers.Json)
            : await Acts.AnswerAsync(Task.FromResult(done));
    }

    sealed record Word(string? Code, string? Contract, string? Value, string? Name, bool? Release, string? Reason);
}
