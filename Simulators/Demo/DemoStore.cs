using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The database of a trial: the hub's embedded file, or a PostgreSQL of the trial's own.</summary>
sealed class DemoStore : IAsyncDisposable
{
    const string Name = "lltp";

    public PostgresServer? Server { get; private init; }

    /// <summary>What the hub is told about it.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <exception cref="PostgresMissingException">PostgreSQL is asked for and cannot be used here.</exception>
    public static async Task<DemoStore> StartAsync(DemoOptions options, SimulatorOptions settings, CancellationToken cancellation)
    {
        if (!options.OnPostgres)
            return new() { Settings = new Dictionary<string, string> { ["Data"] = Path.Combine(settings.Folder, "hub.db") } };
        var server = await PostgresServer.StartAsync(cancellation);
        var secret = Path.Combine(settings.SecretsFolder, "store");
        Directory.CreateDirectory(settings.SecretsFolder);
        await File.WriteAllTextAsync(secret, server.ConnectionString(Name), cancellation);
        await server.RunAsync("postgres", $"CREATE DATABASE {Name}", cancellation);
        return new()
        {
            Server = server,
            Settings = new Dictionary<string, string> { ["Store__Kind"] = "Postgres", ["Store__ConnectionStringFile"] = secret },
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
