using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Texts;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Host.Operations;

/// <summary>Health and a first look inside, on the operations address only.</summary>
static class OperationsApi
{
    const int Page = 200;

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet("/health/ready", Readiness.ReadAsync);
        routes.MapGet("/health/partners", PartnersAsync);
        var api = routes.MapGroup("/api/v1");
        api.MapGet("/hops", (HopTimes hops) => hops.Read());
        api.MapGet("/dossiers/{number}", DossierAsync);
        api.MapGet("/deliveries", DeliveriesAsync);
        api.MapGet("/breakers", (DossierQueries queries, CancellationToken cancellation) => queries.BreakersAsync(cancellation));
        api.MapGet("/breakers/{partner}", (string partner, DossierQueries queries, CancellationToken cancellation) =>
            queries.BreakerChangesAsync(partner, Page, cancellation));
        api.MapGet("/certificates", (HubKeys keys) => keys.Certificates.Select(CertificateView.Of));
        api.MapGet("/work-items", (string? kind, bool? closed, DossierQueries queries, CancellationToken cancellation) =>
            queries.WorkItemsAsync(Page, cancellation, kind, closed ?? false));
        api.MapDossierActs();
        api.MapDeadLetters();
        api.MapRepair();
        api.MapLookups();
        api.MapCatalogues();
        api.MapTransfer();
        api.MapRestore();
        api.MapDeadlines();
        api.MapRules();
        api.MapAlerts();
        api.MapGet("/refusals", (DossierQueries queries, CancellationToken cancellation) => queries.RefusalsAsync(Page, cancellation));
    }

    // A partner's outage never takes the hub out of rotation: the answer is always 200 and says degraded.
    static async Task<IResult> PartnersAsync(PartnerRegistry partners, ExpiryReport expiry, CancellationToken cancellation)
    {
        var states = await Task.WhenAll(partners.All.Select(async adapter => new PartnerHealth(
            adapter.Descriptor.Partner, adapter.Descriptor.Contract, [.. MessageKind.NotTaken(adapter.Descriptor)],
            !adapter.IsConfigured ? "not configured" : await adapter.CheckAsync(cancellation) ?? "ok")));
        var ending = expiry().Select(notice => new
        {
            notice.Owner, kind = notice.Kind.ToString(), notice.What, notice.Ends, notice.Threshold,
            vi = ExpiryText.Vietnamese(notice), en = ExpiryText.English(notice),
        }).ToList();
        var status = ending.Count == 0 && states.All(state => state.State == "ok") ? "ok" : "degraded";
        return Results.Json(new { status, partners = states.OrderBy(state => state.Partner), ending });
    }

    static async Task<IResult> DossierAsync(
        string number, DossierQueries queries, PartnerRegistry partners, IOptions<ProvinceOptions> province, CancellationToken cancellation)
    {
        if (await queries.ViewAsync(number, cancellation) is not { } view)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var profile = ProcessTable.Of(view.Dossier.Profile);
        var unit = province.Value.Of(profile.Name);
        var process = new { profile.Name, profile.Owner, profile.Issuer, unit.UnitName, unit.ProcedureCode };
        var steps = Timeline.Of(view.Dossier, view.Events, partners.OffersLookups).Select(step => new
        {
            step = step.Number, vi = Text.Vietnamese($"step.{step.Number}"), en = Text.English($"step.{step.Number}"), step.At,
            state = step.State.ToString(), stateVi = Text.Vietnamese($"stepState.{step.State}"), stateEn = Text.English($"stepState.{step.State}"),
        });
        return Results.Json(new { view.Dossier, process, steps, view.Displays, view.Certificates, view.Decisions, view.Events, view.Deliveries });
    }

    static async Task<IResult> DeliveriesAsync(string? state, WaitingList waiting, CancellationToken cancellation) =>
        Results.Json((await waiting.ReadAsync(state, Page, cancellation)).Select(DeliveryView.Of));

    sealed record PartnerHealth(string Partner, string Contract, IReadOnlyList<string> NotTaken, string State);
}
