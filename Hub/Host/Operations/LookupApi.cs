using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host.Operations;

/// <summary>Look-ups that wait for an answer, and answers that people enter.</summary>
static class LookupApi
{
    const int Page = 200;

    public static void MapLookups(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lookups", ListAsync);
        api.MapPost("/lookups/{dossier}/answer", (HttpContext context, string dossier, Entry entry, LookupsByHand lookups, CancellationToken cancellation) =>
            Acts.AnswerAsync(lookups.AnswerAsync(
                dossier, entry.Lookup, new(entry.Result ?? "", entry.Detail), Acts.Of(context, entry.Reason), cancellation)));
    }

    // What the first of two people found is not shown: the second has to find it too.
    static async Task<IResult> ListAsync(LookupsByHand lookups, CancellationToken cancellation) => Results.Json(
        (await lookups.ListAsync(Page, cancellation)).Select(row => new
        {
            row.Dossier, row.Id, row.Version, askedAt = Clock.Vietnam(row.OwedAt), row.DueDate, request = row.Delivery, delivery = row.DeliveryState, row.Entries,
        }), DoorAnswers.Json);

    sealed record Entry(string? Result, string? Reason, string? Detail, string? Lookup);
}
