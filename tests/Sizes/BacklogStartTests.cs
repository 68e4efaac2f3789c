using System.Diagnostics;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Load;
using LLTP.Hub.Tests.Edges;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>A hub that starts with very many deliveries waiting is ready in seconds, as one with none.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class BacklogStartTests(ITestOutputHelper output)
{
    static readonly int Waiting = Full.Or(1_000_000, 5_000);
    static readonly TimeSpan More = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_backlog_does_not_delay_the_start(StoreKind kind)
    {
        var empty = await StartAsync(kind, 0);
        var full = await StartAsync(kind, Waiting);

        output.WriteLine($"{kind}: ready after {empty.TotalSeconds:0.0} s with none and {full.TotalSeconds:0.0} s with {Waiting} waiting");
        Assert.True(full < empty + More, $"{empty} -> {full}");
    }

    static async Task<TimeSpan> StartAsync(StoreKind kind, int waiting)
    {
        var name = $"start_{Guid.NewGuid():N}";
        await using var hub = new RunningHub();
        var secret = Path.Combine(hub.Files.Folder, "secret");
        await File.WriteAllTextAsync(secret, kind == StoreKind.Postgres ? await TestServer.CreateDatabaseAsync(name) : "bi-mat-de-thu");
        var store = new StoreOptions { Kind = kind, ConnectionStringFile = secret };
        hub.Settings["Store__Kind"] = $"{kind}";
        hub.Settings["Store__ConnectionStringFile"] = secret;
        hub.Settings["Partners__Tthc__Endpoint"] = "http://127.0.0.1:9/";
        hub.Settings["Partners__Tthc__OutboundSecretFile"] = secret;
        await using (var database = await Database.OpenAsync(store, hub.Files.Database, CancellationToken.None))
            await new ManyMessages(database, waiting, waiting).LoadAsync(CancellationToken.None);

        var started = Stopwatch.GetTimestamp();
        await hub.InitializeAsync();
        var ready = Stopwatch.GetElapsedTime(started);
        if (waiting > 0)
            await UntilBegunAsync(store, hub.Files.Database);
        await hub.KillAsync();
        if (kind == StoreKind.Postgres)
            await TestServer.DropDatabaseAsync(name);
        return ready;
    }

    // Ready means at work: the first deliveries are begun.
    static async Task UntilBegunAsync(StoreOptions store, string file)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var database = await Database.OpenAsync(store, file, limit.Token);
        while (await database.ReadAsync(work => work.FirstAsync<long>("SELECT max(attempt) FROM delivery WHERE seq <= 64"), limit.Token) == 0)
            await Task.Delay(100, limit.Token);
    }
}
