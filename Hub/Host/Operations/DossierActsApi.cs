using LLTP.Hub.Core.Repair;

namespace LLTP.Hub.Host.Operations;

/// <summary>What an officer at the hub may decide about a dossier.</summary>
static class DossierActsApi
{
    public static void MapDossierActs(this IEndpointRouteBuilder api) =>
        api.MapPost("/dossiers/{number}/stop", (HttpContext context, string number, Why why, UnansweredSupplements supplements, CancellationToken cancellation) =>
            Acts.AnswerAsync(supplements.StopAsync(number, Acts.Of(context, why.Reason), cancellation)));

    sealed record Why(string? Reason);
}
