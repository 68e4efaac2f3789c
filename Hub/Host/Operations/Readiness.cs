using System.Data.Common;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host.Operations;

/// <summary>Whether this process takes messages: 503 when it does not; degraded, and 200, when it does by itself only.</summary>
static class Readiness
{
    public static async Task<IResult> ReadAsync(DossierQueries queries, Pressure pressure, ISharing sharing, CancellationToken cancellation)
    {
        var refusal = await AnswersAsync(queries, cancellation) ? pressure.Reason : "Database";
        var measured = pressure.Measured;
        var view = new
        {
            status = refusal is not null ? "refusing" : sharing.Trouble is not null ? "degraded" : "ready",
            reasons = new[] { refusal, sharing.Trouble }.OfType<string>(),
            commitP95Ms = (long)measured.CommitP95.TotalMilliseconds, freeBytes = measured.FreeBytes, totalBytes = measured.TotalBytes,
        };
        return Results.Json(view, statusCode: refusal is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    static async Task<bool> AnswersAsync(DossierQueries queries, CancellationToken cancellation)
    {
        try
        {
            return await queries.PingAsync(cancellation) == 1;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
