using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Support;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace LLTP.Hub.Tests.Support;

/// <summary>The one PostgreSQL of a test run, started when the first test asks for it and gone with the run.</summary>
public sealed class TestServer : IAsyncDisposable
{
    const string Template = "hub_template";
    static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    public static async Task<string> ConnectionStringAsync(string database) => (await Server.Value).ConnectionString(database);

    /// <summary>The connection string of a new database with the newest schema.</summary>
    public static async Task<string> CreateDatabaseAsync(string name)
    {
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return await ConnectionStringAsync(name);
    }

    public static Task DropDatabaseAsync(string name) => RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>Runs one statement outside every test's database.</summary>
    public static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && Server.Value.IsCompletedSuccessfully)
            await Server.Value.Result.DisposeAsync();
    }

    static async Task<PostgresServer> StartAsync()
    {
        var server = await PostgresServer.StartAsync(CancellationToken.None);
        await server.RunAsync("postgres", $"CREATE DATABASE {Template}", CancellationToken.None);
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, server.ConnectionString(Template));
        var options = new StoreOptions { Kind = StoreKind.Postgres, ConnectionStringFile = secret, Connections = 2 };
        await (await Database.OpenAsync(options, "", CancellationToken.None)).DisposeAsync();
        File.Delete(secret);
        return server;
    }
}
