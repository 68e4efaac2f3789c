using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Tests.Support;
using Npgsql;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Which servers the hub trusts with its data, and how nodes share the first upgrade.</summary>
public sealed class PostgresStartTests : IAsyncLifetime
{
    readonly string name = $"s{Guid.NewGuid():N}";
    readonly string secret = Path.GetTempFileName();

    public async ValueTask InitializeAsync()
    {
        await TestServer.RunAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        await File.WriteAllTextAsync(secret, await TestServer.ConnectionStringAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(secret);
        await TestServer.DropDatabaseAsync(name);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_upgrade_it_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(OpenAsync)));

        Assert.All(await VersionsAsync(nodes[0]), version => Assert.StartsWith("schema/0", version, StringComparison.Ordinal));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task An_upgrade_whose_process_died_in_the_middle_is_done_by_the_next()
    {
        await using (var dying = new NpgsqlConnection(await TestServer.ConnectionStringAsync(name) + ";Pooling=false"))
        {
            await dying.OpenAsync();
            await using var half = new NpgsqlCommand(
                "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('lltp-hub schema', 0)); CREATE TABLE payload (hash TEXT PRIMARY KEY)", dying);
            await half.ExecuteNonQueryAsync();
            var waiting = Task.Run(OpenAsync);
            await Task.WhenAny(waiting, Task.Delay(300));
            Assert.False(waiting.IsCompleted);
            await TestServer.RunAsync($"SELECT pg_terminate_backend({dying.ProcessID})");

            await using var node = await waiting.WaitAsync(TimeSpan.FromSeconds(60));
            Assert.NotEmpty(await VersionsAsync(node));
        }
    }

    [Fact]
    public async Task Without_synchronous_commit_the_hub_does_not_start_and_says_what_to_do()
    {
        await TestServer.RunAsync($"ALTER DATABASE {name} SET synchronous_commit = off");

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.Contains("synchronous_commit = on", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database=none", "CREATE DATABASE none"), InlineData("Username=stranger", "pg_hba.conf"), InlineData("Port=1", "127.0.0.1:1")]
    public async Task A_server_that_cannot_be_used_is_named_and_the_password_never(string other, string told)
    {
        var given = await TestServer.ConnectionStringAsync(name);
        await File.WriteAllTextAsync(secret, $"{given};{other}");

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(given).Password ?? "-", refused.Message, StringComparison.Ordinal);
    }

    Task<Database> OpenAsync() => Database.OpenAsync(
        new StoreOptions { Kind = StoreKind.Postgres, ConnectionStringFile = secret, StartPatience = TimeSpan.FromSeconds(1), Connections = 2 },
        "", CancellationToken.None);

    static Task<IReadOnlyList<string>> VersionsAsync(Database node) =>
        node.ReadAsync(work => work.ListAsync<string>("SELECT name FROM schema_version"), CancellationToken.None);
}
