using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Host.Operations;

/// <summary>Dead letters by cause, and what people do with one.</summary>
static class DeadLetterApi
{
    const int LargestPage = 200;
    const long LargestEdit = 48L << 20;

    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters");
        letters.MapGet("/", GroupsAsync);
        letters.MapGet("/causes/{cause}", PageAsync);
        letters.MapPost("/{id}/retry", (HttpContext context, string id, Why why, DeadLetters dead, CancellationToken cancellation) =>
            Acts.AnswerAsync(dead.RetryAsync(id, Acts.Of(context, why.Reason), cancellation)));
        letters.MapPost("/{id}/skip", (HttpContext context, string id, Why why, DeadLetters dead, CancellationToken cancellation) =>
            Acts.AnswerAsync(dead.SkipAsync(id, Acts.Of(context, why.Reason), cancellation)));
        letters.MapPost("/{id}/corrected", (HttpContext context, string id, Why why, DeadLetters dead, CancellationToken cancellation) =>
            Acts.AnswerAsync(dead.CorrectedAsync(id, Acts.Of(context, why.Reason), cancellation)));
        letters.MapPost("/{id}/insert-states", (HttpContext context, string id, Inserted why, DeadLetters dead, CancellationToken cancellation) =>
            Acts.AnswerAsync(dead.InsertStatesAsync(id, why.Shown, Acts.Of(context, why.Reason), cancellation)));
        letters.MapPost("/{id}/reveal", RevealAsync);
        letters.MapPost("/{id}/resend", ResendAsync);
    }

    static async Task<IResult> GroupsAsync(DeadLetters dead, CancellationToken cancellation) => Results.Json(
        (await dead.GroupsAsync(cancellation)).Select(group => new
        {
            group.Cause, group.Partner, group.Kind, group.Reason, group.ReplyCode, group.ReplyDigest, count = group.Deliveries,
            oldest = Clock.Vietnam(group.Oldest), newest = Clock.Vietnam(group.Newest),
        }), DoorAnswers.Json);

    /// <summary>A page of one group; next is what the following page begins after.</summary>
    static async Task<IResult> PageAsync(string cause, long? after, int? limit, DeadLetters dead, CancellationToken cancellation)
    {
        var page = Math.Clamp(limit ?? LargestPage, 1, LargestPage);
        var rows = await dead.PageAsync(cause, after ?? 0, page, cancellation);
        return Results.Json(new { letters = rows.Select(View), next = rows.Count == page ? rows[^1].Seq : (long?)null }, DoorAnswers.Json);
    }

    static object View(DeadLetterRow row) => new
    {
        row.Id, row.Dossier, row.Version, row.Partner, row.Kind, row.Show, row.Reason, row.Cause, row.ReplyCode, row.ReplyDigest, row.Attempt,
        row.MaybeDone, owedAt = Clock.Vietnam(row.OwedAt), parkedAt = Clock.Vietnam(row.DoneAt),
    };

    // The bytes hold personal data: who looked and why is in the history before they leave.
    static async Task<IResult> RevealAsync(HttpContext context, string id, Why why, EditedDeliveries edited, CancellationToken cancellation)
    {
        var (result, bytes) = await edited.RevealAsync(id, Acts.Of(context, why.Reason), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return result.Refusal is null ? Results.Bytes(bytes, "application/octet-stream") : await Acts.AnswerAsync(Task.FromResult(result));
    }

    /// <summary>The body is the edited message in its sender's form; the reason stands in a header, percent-encoded.</summary>
    static async Task<IResult> ResendAsync(
        HttpContext context, string id, bool? evenIfArrived, EditedDeliveries edited, CancellationToken cancellation)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestEdit;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var act = Acts.Of(context, Uri.UnescapeDataString(context.Request.Headers["X-LLTP-Reason"].ToString()));
        return await Acts.AnswerAsync(edited.ResendAsync(id, body.ToArray(), evenIfArrived ?? false, act, cancellation));
    }

    sealed record Why(string? Reason);

    sealed record Inserted(string? Reason, int? Shown);
}
