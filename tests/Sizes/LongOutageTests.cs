using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LLTP.Hub.Tests.Edges;
using LLTP.Hub.Tests.Edges.Adapters;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>A real hub whose partner refuses connections while very many deliveries wait for it, and the partner's return.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class LongOutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Concurrency = 8;
    const int PerSecond = 10;
    const int WarmUp = 150;

    static readonly int Waiting = Full.Or(100_000, 5_000);
    static readonly TimeSpan Before = TimeSpan.FromSeconds(Full.Or(60, 5));
    static readonly TimeSpan Outage = TimeSpan.FromSeconds(Full.Or(600, 6));
    static readonly TimeSpan Return = TimeSpan.FromSeconds(6);

    readonly SecondsOfCalls tthc = new(FreePort());
    readonly RunningHub hub = new();
    PartnerStub? portal;

    public async ValueTask InitializeAsync()
    {
        portal = await PartnerStub.StartAsync(PartnerStub.Answer(200, "application/json", """{"error_code":"0","message":"Thành công"}"""));
        await tthc.ComeAsync();
        var secret = Path.Combine(hub.Files.Folder, "password");
        await File.WriteAllTextAsync(secret, "mat-khau-de-thu");
        hub.Settings["Partners__Dvcqg__Endpoint"] = portal.Address.ToString();
        hub.Settings["Partners__Dvcqg__User"] = "lltp-hub";
        hub.Settings["Partners__Dvcqg__PasswordFile"] = secret;
        hub.Settings["Partners__Tthc__Endpoint"] = $"http://127.0.0.1:{tthc.Port}/";
        hub.Settings["Partners__Tthc__OutboundSecretFile"] = secret;
        hub.Settings["Partners__Tthc__Concurrency"] = $"{Concurrency}";
        hub.Settings["Partners__Tthc__Breaker__FirstBreak"] = "00:00:00.500";
        hub.Settings["Partners__Tthc__Breaker__LongestBreak"] = "00:00:02";
        await hub.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await tthc.DisposeAsync();
        if (portal is not null)
            await portal.DisposeAsync();
    }

    [Fact]
    public async Task It_costs_neither_memory_nor_the_other_partners_and_the_return_is_gentle()
    {
        var like = await hub.SubmittedAsync();
        for (var dossier = 0; dossier < WarmUp; dossier++)
            await hub.SubmittedAsync();
        var before = await LiveAsync(Before);

        await tthc.GoAsync();
        await Backlog.GrowAsync(hub.Files.Database, like, Waiting);
        await LiveAsync(TimeSpan.FromSeconds(2));
        var during = await LiveAsync(Outage);

        await tthc.ComeAsync();
        var after = await LiveAsync(Return + TimeSpan.FromSeconds(2));
        var calls = tthc.Calls();
        var seconds = SecondsOfCalls.BySecond(calls);
        output.WriteLine($"{Waiting} wait for {Outage.TotalSeconds} s: memory {before.Memory} -> {during.Memory} -> {after.Memory} MB, "
            + $"other partner's p95 {before.P95} -> {during.P95} ms; after the return, most at once / calls per second: "
            + string.Join("  ", seconds.Select(second => $"{second.AtOnce}/{second.Came}")));

        if (Full.Or(1, 0) == 1)
        {
            Assert.InRange(during.Memory, before.Memory * 90 / 100, before.Memory * 110 / 100);
            Assert.True(during.P95 <= 1.5 * before.P95, $"p95 {before.P95} -> {during.P95} ms");
        }
        Assert.All(calls.Skip(1), call => Assert.InRange(call.From, 0, double.MaxValue));
        Assert.All(calls.Skip(1), call => Assert.InRange(SecondsOfCalls.AtOnce(calls, call.From), 1, Math.Min(Concurrency, 1 << (int)Math.Min(call.From, 10))));
        Assert.Contains(seconds, second => second.AtOnce == Concurrency);
    }

    /// <summary>Dossiers come evenly for a while: the hub's memory in MB (median), and the portal's p95 from owed to delivered in ms.</summary>
    async Task<(int Memory, long P95)> LiveAsync(TimeSpan span)
    {
        var (started, memory) = (TimeProvider.System.GetUtcNow(), new List<int>());
        for (var beat = 0; TimeProvider.System.GetUtcNow() - started < span; beat++)
        {
            await hub.SubmittedAsync();
            memory.Add(ResidentMb(hub.ProcessId));
            var next = started + TimeSpan.FromSeconds((beat + 1.0) / PerSecond) - TimeProvider.System.GetUtcNow();
            await Task.Delay(next > TimeSpan.Zero ? next : TimeSpan.Zero);
        }
        // What was owed at the end is still on its way.
        await Task.Delay(500);
        var hops = await hub.Files.ReadAsync(
            "SELECT done_at - owed_at FROM delivery WHERE partner = 'dvcqg' AND state = 'Delivered' AND owed_at >= $1 ORDER BY 1",
            started.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), row => row.GetInt64(0));
        memory.Sort();
        return (memory[memory.Count / 2], hops[(int)(hops.Count * 0.95)]);
    }

    static int ResidentMb(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    static int FreePort()
    {
        for (var attempt = 1; ; attempt++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (attempt < 100)
            {
                continue;
            }
        }
    }
}
