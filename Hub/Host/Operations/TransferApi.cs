using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.CutOver;
using LLTP.Hub.Core.Repair;

namespace LLTP.Hub.Host.Operations;

/// <summary>Dossiers that change systems on their way: a CSV file in, with a report, and out.</summary>
static class TransferApi
{
    const long LargestFile = 64L << 20;

    public static void MapTransfer(this IEndpointRouteBuilder api)
    {
        api.MapGet("/dossiers-in-flight", async (DossierTransfer transfer, CancellationToken cancellation) =>
            Results.Bytes(await transfer.ExportAsync(cancellation), "text/csv; charset=utf-8", "dossiers.csv"));
        api.MapPost("/dossiers-in-flight", ImportAsync);
    }

    /// <summary>The body is the CSV file; the reason stands in a header, percent-encoded. With dryRun nothing is written.</summary>
    static async Task<IResult> ImportAsync(HttpContext context, bool? dryRun, DossierTransfer transfer, CancellationToken cancellation)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestFile;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var act = Acts.Of(context, Uri.UnescapeDataString(context.Request.Headers["X-LLTP-Reason"].ToString()));
        if (dryRun is not true && act.Objection is { } objection)
            return await Acts.AnswerAsync(Task.FromResult(Repaired.Refused(objection)));
        return Results.Json(await transfer.ImportAsync(body.ToArray(), dryRun is true ? null : act, cancellation), DoorAnswers.Json);
    }
}
