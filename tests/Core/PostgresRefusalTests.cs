using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Servers to which the hub gives nothing: the start ends with a sentence that says what to do.</summary>
public sealed class PostgresRefusalTests : IDisposable
{
    const string BecomeStandby =
        "DO $$ BEGIN EXECUTE format('COPY (SELECT 1 WHERE false) TO %L', current_setting('data_directory') || '/standby.signal'); END $$";

    readonly string secret = Path.GetTempFileName();

    public void Dispose() => File.Delete(secret);

    [Fact]
    public async Task A_server_without_fsync_and_a_standby_are_refused()
    {
        await using var server = await PostgresServer.StartAsync(CancellationToken.None);
        await (await OpenAsync(server.ConnectionString("postgres"))).DisposeAsync();

        await server.RunAsync("postgres", "ALTER SYSTEM SET fsync = off", CancellationToken.None);
        await RestartAsync(server);
        await IsRefusedAsync(server.ConnectionString("postgres"), "fsync = on");

        await server.RunAsync("postgres", "ALTER SYSTEM RESET fsync", CancellationToken.None);
        await server.RunAsync("postgres", BecomeStandby, CancellationToken.None);
        await RestartAsync(server);
        await IsRefusedAsync(server.ConnectionString("postgres"), "read-only standby");
    }

    [Fact]
    public async Task A_database_that_cannot_keep_vietnamese_is_refused()
    {
        var name = $"ascii_{Guid.NewGuid():N}";
        await TestServer.RunAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");

        await IsRefusedAsync(await TestServer.ConnectionStringAsync(name), "is encoded as SQL_ASCII");

        await TestServer.DropDatabaseAsync(name);
    }

    [Theory]
    [InlineData("9.6.24", true), InlineData("13.14", true), InlineData("14.11", true)]
    [InlineData("15.0", false), InlineData("15.6", false), InlineData("17.2", false), InlineData("18.0", false)]
    public void Versions_before_15_are_too_old(string server, bool isTooOld) =>
        Assert.Equal(isTooOld, PostgresVersion.IsTooOld(Version.Parse(server)));

    static async Task RestartAsync(PostgresServer server)
    {
        await server.StopAsync(PostgresStop.Fast, CancellationToken.None);
        await server.StartAgainAsync(CancellationToken.None);
    }

    async Task IsRefusedAsync(string connection, string told)
    {
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(connection));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    async Task<Database> OpenAsync(string connection)
    {
        await File.WriteAllTextAsync(secret, connection);
        var options = new StoreOptions
        {
            Kind = StoreKind.Postgres, ConnectionStringFile = secret, StartPatience = TimeSpan.FromSeconds(5), Connections = 2,
        };
        return await Database.OpenAsync(options, "", CancellationToken.None);
    }
}
