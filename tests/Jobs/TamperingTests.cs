using System.Text.Json;
using System.Text.RegularExpressions;
using LLTP.Hub.Tests.Edges;
using Xunit;

namespace LLTP.Hub.Tests.Jobs;

/// <summary>A finished demo whose hub and simulators go on: what is tampered with at a partner is found there, over real HTTP.</summary>
public sealed class TamperingTests : IAsyncLifetime
{
    const string Stranger = "H56.14-200101-9999";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false });
    RunningProgram? demo;

    public async ValueTask InitializeAsync()
    {
        var environment = new Dictionary<string, string> { ["LLTP__Reconciliation__PerSecond"] = "100" };
        demo = RunningProgram.Start("lltp-sim.dll", AppContext.BaseDirectory, environment,
            "demo", "--dossiers", "10", "--seed", "3", "--stay", "--hub", RunningProgram.Path("lltp-hub.dll"));
        using var limit = new CancellationTokenSource(Patience);
        while (!demo.Output.Contains("/ PASSED", StringComparison.Ordinal))
        {
            Assert.False(demo.HasEnded, demo.Output);
            await Task.Delay(200, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (demo is not null)
            await demo.DisposeAsync();
    }

    [Fact]
    public async Task What_is_tampered_with_at_a_partner_is_found_explained_and_settled()
    {
        foreach (var partner in (string[])["tthc", "lltp", "dvcqg"])
            Assert.Equal("0", (await ReconcileAsync(partner)).Split(' ')[^1].Split('/')[0]);
        var numbers = await NumbersAsync();

        await TamperAsync(HttpMethod.Delete, "tthc", numbers[0]);
        await TamperAsync(HttpMethod.Put, "tthc", $"{numbers[1]}/5");
        await TamperAsync(HttpMethod.Put, "tthc", $"{Stranger}/1");
        await TamperAsync(HttpMethod.Delete, "lltp", numbers[0]);
        await TamperAsync(HttpMethod.Delete, "dvcqg", numbers[0]);
        await ReconcileAsync("tthc");
        await ReconcileAsync("lltp");
        await ReconcileAsync("dvcqg");

        Assert.Equal(
            [
                ("dvcqg", numbers[0], "MissingThere"), ("lltp", numbers[0], "MissingThere"), ("tthc", Stranger, "MissingHere"),
                ("tthc", numbers[0], "MissingThere"), ("tthc", numbers[1], "ContentDiffers"),
            ],
            (await DifferencesAsync()).Order());
        Assert.Equal(5, await WorkItemsAsync());

        await RunAsync("sync-dvcqg", "{\"by\":\"test\"}");
        await SettledAsync("dvcqg");
    }

    async Task SettledAsync(string partner)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await DifferencesAsync()).Any(found => found.Partner == partner))
        {
            await Task.Delay(300, limit.Token);
            await ReconcileAsync(partner);
        }
    }

    Uri Operations => new(Address("operations: (\\S+)"));

    Uri Simulator(string partner) => new(Address($"\\b{partner} (http\\S+)"));

    string Address(string pattern) => Regex.Match(demo?.Output ?? "", pattern).Groups[1].Value;

    async Task TamperAsync(HttpMethod method, string partner, string path) =>
        Assert.Equal(204, (await SendAsync(method, new(Simulator(partner), $"trial/dossiers/{path}"), null)).Status);

    /// <summary>Runs the comparison for today and gives its result.</summary>
    async Task<string> ReconcileAsync(string partner)
    {
        var today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return await RunAsync($"reconcile-{partner}", $$"""{"by":"test","day":"{{today}}"}""");
    }

    async Task<string> RunAsync(string job, string body)
    {
        var before = (await ReadAsync($"api/v1/jobs/{job}/runs")).GetArrayLength();
        await SendAsync(HttpMethod.Post, new(Operations, $"api/v1/jobs/{job}/run"),
            RunningHub.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json"));
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var runs = (await ReadAsync($"api/v1/jobs/{job}/runs")).EnumerateArray().ToList();
            if (runs.Count > before && runs[0].GetProperty("endedAt").ValueKind == JsonValueKind.String)
                return runs[0].GetProperty("result").GetString() ?? runs[0].GetProperty("failure").GetString() ?? "";
            await Task.Delay(100, limit.Token);
        }
    }

    async Task<IReadOnlyList<(string Partner, string Dossier, string Class)>> DifferencesAsync() =>
        [.. (await ReadAsync("api/v1/differences")).EnumerateArray().Select(row => (Text(row, "partner"), Text(row, "dossier"), Text(row, "class")))];

    async Task<int> WorkItemsAsync() =>
        (await ReadAsync("api/v1/work-items")).EnumerateArray().Count(item => Text(item, "kind") == "Reconciliation");

    /// <summary>Dossiers whose certificate was issued, as the hub counted them.</summary>
    async Task<List<string>> NumbersAsync()
    {
        var numbers = new List<string>();
        for (var counter = 1; numbers.Count < 2 && counter < 30; counter++)
            if ((await SendAsync(HttpMethod.Get, new(Operations, $"api/v1/dossiers/{Number(counter)}"), null)) is { Status: 200 } view
                && view.Json.GetProperty("dossier").GetProperty("state").GetInt32() == 10)
                numbers.Add(Number(counter));
        return numbers;
    }

    static string Number(int counter) => $"H56.14-{TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):yyMMdd}-{counter:D4}";

    static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    async Task<JsonElement> ReadAsync(string path) => (await SendAsync(HttpMethod.Get, new(Operations, path), null)).Json;

    Task<Answer> SendAsync(HttpMethod method, Uri address, HttpContent? content) => RunningHub.SendAsync(http, method, address, content, []);
}
