using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>What the nodes of a trial keep and share: the embedded file or a PostgreSQL of the trial's own, and its Redis.</summary>
sealed class DemoStore : IAsyncDisposable
{
    const string Name = "lltp";
    readonly Dictionary<string, string> settings = [];

    public PostgresServer? Server { get; private set; }

    public RedisServer? Redis { get; private set; }

    /// <summary>What the hub is told about it.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <exception cref="ServerMissingException">PostgreSQL or Redis is asked for and cannot be used here.</exception>
    public static async Task<DemoStore> StartAsync(DemoOptions options, SimulatorOptions settings, CancellationToken cancellation)
    {
        var store = new DemoStore();
        try
        {
            await store.AddAsync(options, settings, cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Redis is not null)
            await Redis.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    async Task AddAsync(DemoOptions options, SimulatorOptions simulators, CancellationToken cancellation)
    {
        if (options.WithRedis)
        {
            Redis = await RedisServer.StartedAsync();
            settings["Redis__Endpoint"] = Redis.Endpoint;
        }
        if (!options.OnPostgres)
        {
            settings["Data"] = Path.Combine(simulators.Folder, "hub.db");
            return;
        }
        Server = await PostgresServer.StartAsync(cancellation);
        var secret = Path.Combine(simulators.SecretsFolder, "store");
        Directory.CreateDirectory(simulators.SecretsFolder);
        await File.WriteAllTextAsync(secret, Server.ConnectionString(Name), cancellation);
        await Server.RunAsync("postgres", $"CREATE DATABASE {Name}", cancellation);
        (settings["Store__Kind"], settings["Store__ConnectionStringFile"]) = ("Postgres", secret);
    }
}
