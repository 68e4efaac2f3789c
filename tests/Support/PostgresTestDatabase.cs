using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Tests.Support;

/// <summary>A copy of a template that already has the schema.</summary>
sealed class PostgresTestDatabase : TestDatabase
{
    readonly string name = $"t{Guid.NewGuid():N}";
    readonly string secret = Path.GetTempFileName();

    public override async Task<Database> OpenAsync() => await Database.OpenAsync(
        new StoreOptions { Kind = StoreKind.Postgres, ConnectionStringFile = secret }, "", CancellationToken.None);

    // Each transaction is either in the server or not: what this process holds does not matter.
    public override Task<Database> OpenAsAfterKillAsync() => OpenAsync();

    protected override async Task CreateAsync() => await File.WriteAllTextAsync(secret, await TestServer.CreateDatabaseAsync(name));

    protected override async Task RemoveAsync()
    {
        File.Delete(secret);
        await TestServer.DropDatabaseAsync(name);
    }
}
