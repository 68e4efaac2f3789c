using System.Collections.Concurrent;
using LLTP.Hub.Tests.Edges.Adapters;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Foreign;

/// <summary>
/// A running hub with a dossier that the LLTP software may already have: its delivery was tried and its fate is not known, so that a
/// look-up from there is allowed and proves it.
/// </summary>
public sealed class ForeignHub : IAsyncLifetime
{
    const string Attempts = "SELECT attempt FROM delivery WHERE dossier = $1 AND partner = 'lltp'";

    readonly ConcurrentDictionary<ForeignToolkit, Task<ForeignClient>> clients = [];
    PartnerStub? software;

    public RunningHub Hub { get; } = new();

    public string Dossier { get; private set; } = "";

    public Uri Endpoint => new(Hub.Doors, "soap/lltp");

    public async ValueTask InitializeAsync()
    {
        software = await PartnerStub.StartAsync(PartnerStub.Answer(500, "text/plain", ""));
        Hub.Settings["Partners__Lltp__Endpoint"] = $"{software.Address}";
        await Hub.InitializeAsync();
        Dossier = await TriedDossierAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(clients.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        await Hub.DisposeAsync();
        if (software is not null)
            await software.DisposeAsync();
    }

    /// <summary>The client asks for a look-up of this number and believes only a hub with this certificate.</summary>
    internal async Task<Ran> AskAsync(ForeignToolkit toolkit, string lookup, string hubCertificate, params string[] more) =>
        await (await ClientsAsync(toolkit)).CallAsync(
            [Dossier, lookup, File("lltp.key.pem"), File("lltp.pem"), File(hubCertificate), .. more]);

    internal Task<Ran> AskWithPhpAsync(string lookup, string answer) =>
        ForeignClient.Php(Endpoint, Hub.Files.Folder).CallAsync([Dossier, lookup, answer]);

    // The first test that asks for one has all of them built, side by side.
    Task<ForeignClient> ClientsAsync(ForeignToolkit toolkit)
    {
        foreach (var one in Enum.GetValues<ForeignToolkit>())
            clients.GetOrAdd(one, kind => ForeignClient.BuildAsync(kind, Endpoint, Folder($"{kind}")));
        return clients[toolkit];
    }

    /// <summary>Accepted by TTHC and tried at the LLTP software at least once.</summary>
    internal async Task<string> TriedDossierAsync()
    {
        var number = await Hub.SubmittedAsync();
        Assert.Equal(200, (await Hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await Hub.Files.ReadAsync(Attempts, number, row => row.GetInt64(0))).Any(attempt => attempt > 0))
            await Task.Delay(50, limit.Token);
        return number;
    }

    string File(string name) => Path.Combine(Hub.Keys, name);

    string Folder(string name) => Path.Combine(Hub.Files.Folder, name);
}
