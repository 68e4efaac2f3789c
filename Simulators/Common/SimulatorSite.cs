using System.Net;

namespace LLTP.Hub.Simulators.Common;

/// <summary>One simulator on one loopback port.</summary>
sealed class SimulatorSite : IAsyncDisposable
{
    const string Tampering = "/trial";
    const long LargestBody = 64L * 1024 * 1024;

    readonly WebApplication application;

    SimulatorSite(WebApplication application, string partner)
    {
        this.application = application;
        Partner = partner;
    }

    public string Partner { get; }

    public Uri Address => new(application.Urls.First() + "/");

    /// <summary>Starts listening; port 0 takes any free one.</summary>
    public static async Task<SimulatorSite> StartAsync(ISimulator simulator, SimulatorKit kit, int port, CancellationToken cancellation)
    {
        // The working folder is nobody's content: the framework would watch every change in it, the hub's database included.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        var application = builder.Build();
        var faulty = new FaultyServer(simulator, kit);
        // What a trial does to a partner's state is no request of the hub and meets no fault.
        application.Use(next => context => context.Request.Path.StartsWithSegments(Tampering) ? next(context) : faulty.PassAsync(context, next));
        application.UseRouting();
        simulator.Map(application);
        MapTampering(application, simulator, kit.Board);
        await application.StartAsync(cancellation);
        return new(application, simulator.Partner);
    }

    // DELETE loses a dossier; PUT shows a state, of a dossier that the hub never saw as well.
    static void MapTampering(IEndpointRouteBuilder routes, ISimulator simulator, DossierBoard board)
    {
        routes.MapDelete(Tampering + "/dossiers/{number}", (string number) =>
            board.Find(number) is { } file ? Done(() => simulator.Forget(file)) : Results.NotFound());
        routes.MapPut(Tampering + "/dossiers/{number}/{state:int}", (string number, int state) =>
            (board.Find(number) ?? board.Open(number, Scenario.Plain)) is { } file ? Done(() => simulator.Change(file, state)) : Results.NotFound());
    }

    static IResult Done(Action tamper)
    {
        tamper();
        return Results.NoContent();
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
