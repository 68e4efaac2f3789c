namespace LLTP.Hub.Simulators.Common;

/// <summary>A partner as the hub sees it over HTTP.</summary>
interface ISimulator
{
    /// <summary>One of <see cref="Partners"/>.</summary>
    string Partner { get; }

    void Map(IEndpointRouteBuilder routes);

    /// <summary>Loses a dossier, so that a trial of reconciliation has something to find.</summary>
    void Forget(DossierCase file)
    {
    }

    /// <summary>Shows a state that nobody told it.</summary>
    void Change(DossierCase file, int state)
    {
    }

    /// <summary>How this partner says "not now".</summary>
    Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }
}
