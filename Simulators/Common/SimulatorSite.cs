using System.Net;

namespace LLTP.Hub.Simulators.Common;

/// <summary>One simulator on one loopback port.</summary>
sealed class SimulatorSite : IAsyncDisposable
{
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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        var application = builder.Build();
        var faulty = new FaultyServer(simulator, kit);
        application.Use(next => context => faulty.PassAsync(context, next));
        application.UseRouting();
        simulator.Map(application);
        await application.StartAsync(cancellation);
        return new(application, simulator.Partner);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
