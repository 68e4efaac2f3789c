using LLTP.Hub.Core.Deadlines;

namespace LLTP.Hub.Host.Operations;

/// <summary>Time limits, for the people who have to keep them.</summary>
static class DeadlineApi
{
    const int Page = 200;

    public static void MapDeadlines(this IEndpointRouteBuilder api)
    {
        api.MapGet("/deadlines", (DeadlineQueries queries, CancellationToken cancellation) => queries.NearestAsync(Page, cancellation));
        api.MapGet("/on-time/{year:int:range(2000,2100)}/{month:int:range(1,12)}",
            (int year, int month, DeadlineQueries queries, CancellationToken cancellation) => queries.OnTimeAsync(year, month, cancellation));
    }
}
