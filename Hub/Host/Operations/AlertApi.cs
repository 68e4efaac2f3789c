using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Alerts;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host.Operations;

/// <summary>Faults, the alerts sent about them, and a trial.</summary>
static class AlertApi
{
    const int Page = 200;

    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", ListAsync);
        api.MapPost("/alerts/test", async (AlertSending sending, CancellationToken cancellation) => Results.Json(
            (await sending.TryAsync(cancellation)).Select(pair => new { channel = pair.Key, sent = pair.Value is null, problem = pair.Value }), DoorAnswers.Json));
    }

    static async Task<IResult> ListAsync(AlertRounds rounds, CancellationToken cancellation)
    {
        var (faults, alerts) = await rounds.ListAsync(Page, cancellation);
        return Results.Json(new
        {
            faults = faults.Select(row => new { row.Kind, row.Subject, row.IsOpen, openedAt = Time(row.OpenedAt), closedAt = Time(row.ClosedAt), row.Detail }),
            alerts = alerts.Select(row => new { row.Id, row.Channel, row.Kind, row.Subject, row.IsOpen, at = Time(row.At), row.State, row.Attempt }),
        }, DoorAnswers.Json);
    }

    static DateTimeOffset? Time(long? ms) => ms is { } at ? Clock.Vietnam(at) : null;
}
