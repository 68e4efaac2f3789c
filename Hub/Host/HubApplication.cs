using System.Diagnostics;
using LLTP.Hub.Adapters;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Host.Contracts;
using LLTP.Hub.Host.Operations;
using LLTP.Hub.Scheduler;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LLTP.Hub.Host;

/// <summary>Puts the hub together and runs it.</summary>
static class HubApplication
{
    /// <summary>What a stop may take beside the patience with messages on their way.</summary>
    static readonly TimeSpan HandingBack = TimeSpan.FromSeconds(10);

    /// <summary>How long a database that goes away in the middle of a start is waited for by starting anew.</summary>
    static readonly TimeSpan Interrupted = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Serves until it is stopped; 0 after a clean stop, 2 when the configuration or the store forbids the start.</summary>
    /// <exception cref="InvalidOperationException">A key is missing; the message names the file.</exception>
    public static async Task<int> ServeAsync(CancellationToken cancellation)
    {
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                return await RunAsync(cancellation);
            }
            catch (StoreRefusedException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 2;
            }
            catch (Exception failure) when (IsOfServer(failure) && Stopwatch.GetElapsedTime(begun) < Interrupted)
            {
                await Console.Error.WriteLineAsync($"{Text.Vietnamese("store.Interrupted")} / {Text.English("store.Interrupted")}");
            }
        }
    }

    static bool IsOfServer(Exception? failure) => failure is NpgsqlException || failure is not null && IsOfServer(failure.InnerException);

    static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var builder = Builder();
        var hub = builder.Configuration.Get<HubOptions>() ?? new();
        if (ConfigurationCheck.Run(Console.Error, quietWhenGood: true) is > 0 and var problems)
            return problems;

        if (hub.IsDevelopment && builder.Configuration["KillAt"] is { Length: > 0 } place)
            KillPoint.Arm(place);
        var store = builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new();
        using var oneProcess = store.Kind == StoreKind.Sqlite ? DataLock.Take(hub.Data) : null;
        await using var database = await Database.OpenAsync(store, hub.Data, cancellation);
        builder.Services.AddSingleton(database);
        builder.Services.AddHostedService<TakeBack>();
        AddHub(builder.Services, builder.Configuration);
        ServerTls.Listen(builder.WebHost, hub, builder.Configuration.GetSection(SigningOptions.Section).Get<SigningOptions>() ?? new());

        await using var app = builder.Build();
        Map(app, hub);
        await app.Services.GetRequiredService<RevocationRefresh>()(cancellation);
        await app.RunAsync(cancellation);
        return 0;
    }

    /// <summary>Everything the hub consists of, except its database.</summary>
    public static void AddHub(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHubCore(configuration).AddHubAdapters(configuration).AddHubScheduler(configuration);
        services.AddSingleton(provider => Replies(provider.GetRequiredService<IOptions<HubOptions>>().Value));
        services.AddOptions<HostOptions>().Configure<IOptions<StopOptions>>((host, stop) => host.ShutdownTimeout = stop.Value.Patience + HandingBack);
    }

    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Framework request logging writes addresses with their query, and there the partners' codes stand: off, whatever a file says.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        SettingsFile.AddTo(builder.Configuration);
        builder.Configuration.AddEnvironmentVariables("LLTP__");
        return builder;
    }

    public static ReplyTable Replies(HubOptions hub)
    {
        if (hub.ReplyTable is not { } file)
            return ReplyTable.Shipped();
        using var stream = File.OpenRead(file);
        return ReplyTable.Read(stream);
    }

    static void Map(WebApplication app, HubOptions hub)
    {
        // A missing key stops the start, not the first message.
        app.Services.GetRequiredService<HubKeys>().Open();
        // A stop begins at the doors: what is not taken, its sender keeps.
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<Pressure>().Stop);
        app.UseMiddleware<LastDefence>();
        app.Use(ForwardedPath.StripAsync);
        On(app, hub.Operations, routes =>
        {
            routes.MapOperations();
            routes.MapJobs();
        });
        On(app, hub.Doors, routes =>
        {
            foreach (var partner in app.Services.GetServices<IPartnerDoors>())
                partner.MapDoors(routes);
            routes.MapContracts();
        });
    }

    // The connection's own port decides: a Host header is the caller's word, and a proxy may keep the public one.
    static void On(WebApplication app, string address, Action<IEndpointRouteBuilder> map)
    {
        var port = new Uri(address).Port;
        app.MapWhen(context => context.Connection.LocalPort == port, branch => branch.UseRouting().UseEndpoints(map));
    }
}
