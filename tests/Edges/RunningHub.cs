using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>The hub as partners meet it: a process with development keys and secrets of its own; it can reach no partner.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    public const string CodeGet = "ma-vneid-de-thu";
    public const string TthcSecret = "bi-mat-tthc-de-thu";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    readonly Uri[] addresses = FreeAddresses();
    RunningProgram? program;

    /// <summary>Settings beside or instead of the usual ones, without the prefix.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Settings beside the usual ones, by the folder of the keys.</summary>
    public Func<string, IEnumerable<(string Name, string Value)>> More { get; init; } = _ => [];

    /// <summary>The doors are served over TLS, with a development certificate.</summary>
    public bool IsHttps { get; init; }

    public HubFiles Files { get; } = new(Directory.CreateTempSubdirectory("lltp-edges-").FullName);

    public Uri Doors => IsHttps ? new UriBuilder(addresses[0]) { Scheme = "https" }.Uri : addresses[0];

    public Uri Operations => addresses[1];

    public bool IsAlive => program is { HasEnded: false };

    public string Output => program?.Output ?? "";

    public int ProcessId => program?.Id ?? 0;

    public string Keys => Path.Combine(Files.Folder, "keys");

    /// <summary>The hub's own certificate, as a partner would pin it.</summary>
    public Trust HubTrust => Trust.FromPemFiles([Path.Combine(Keys, "hub.pem")], allowDevelopment: true);

    public async ValueTask InitializeAsync()
    {
        foreach (var partner in (string[])["lltp", "v06"])
            DevelopmentKeys.EnsureFiles(Keys, partner, TimeProvider.System);
        await StartAsync();
    }

    /// <summary>Kills the process without a word (SIGKILL) and starts it again with the same data.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Kills the process without a word (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        program = null;
    }

    /// <summary>Asks the process to stop (SIGTERM); its exit code.</summary>
    public Task<int> TerminateAsync() => program?.TerminateAsync(Patience) ?? throw new InvalidOperationException("The hub was not started.");

    async Task StartAsync()
    {
        var environment = Environment();
        program = RunningProgram.Start("lltp-hub.dll", Files.Folder, environment);
        using var limit = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(limit.Token))
            await Task.Delay(50, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        http.Dispose();
        Directory.Delete(Files.Folder, recursive: true);
    }

    /// <summary>The key with which a partner signs.</summary>
    public SigningKey KeyOf(string partner) =>
        SigningKey.FromPem(Path.Combine(Keys, $"{partner}.pem"), Path.Combine(Keys, $"{partner}.key.pem"));

    public Task<Answer> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Get, new(Doors, path), null, headers);

    public Task<Answer> PostAsync(string path, byte[] body, string media, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Post, new(Doors, path), Content(body, media), headers);

    public Task<Answer> SendAsync(
        HttpMethod method, Uri address, HttpContent? content, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(http, method, address, content, headers);

    public static async Task<Answer> SendAsync(
        HttpMessageInvoker via, HttpMethod method, Uri address, HttpContent? content, IEnumerable<(string Name, string Value)> headers)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await via.SendAsync(request, limit.Token);
        var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers);
    }

    public static ByteArrayContent Content(byte[] body, string media) =>
        new(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(media) } };

    async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (program is { HasEnded: true } ended)
            throw new InvalidOperationException($"The hub ended at its start: {await ended.LastWordsAsync()}");
        try
        {
            return (await SendAsync(HttpMethod.Get, new(Operations, "health/ready"), null)).Status is 200 or 503;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The settings of this hub as its environment, for commands beside it.</summary>
    public Dictionary<string, string> Environment()
    {
        var all = Usual();
        foreach (var (name, value) in Settings.Select(setting => (setting.Key, setting.Value)).Concat(More(Keys)))
            all[name] = value;
        return all.ToDictionary(setting => $"LLTP__{setting.Key}", setting => setting.Value);
    }

    Dictionary<string, string> Usual() => new()
    {
        ["Environment"] = "Development", ["Data"] = Files.Database, ["Keys"] = Keys, ["Numbers__First"] = "1",
        ["Doors"] = Doors.GetLeftPart(UriPartial.Authority), ["Operations"] = Operations.GetLeftPart(UriPartial.Authority),
        ["Province__Code"] = "38", ["Province__Name"] = "Tỉnh Thanh Hóa", ["Province__UnitId"] = "H56.14",
        ["Province__UnitName"] = "Sở Tư pháp", ["Province__ProcedureCode"] = "2.000488.000.00.00.H56",
        ["Partners__Vneid__CodeGetFile"] = Secret("vneid", CodeGet), ["Partners__Tthc__InboundSecretFile"] = Secret("tthc", TthcSecret),
        ["Partners__Lltp__CertificateFiles__0"] = Path.Combine(Keys, "lltp.pem"),
        ["Partners__V06__CertificateFiles__0"] = Path.Combine(Keys, "v06.pem"),
    };

    string Secret(string name, string secret)
    {
        var file = Path.Combine(Files.Folder, name);
        File.WriteAllText(file, secret);
        return file;
    }

    // Below the ports that the system hands out by itself: no outgoing connection can take one before the hub listens.
    static Uri[] FreeAddresses()
    {
        using TcpListener first = Listen(), second = Listen();
        return [Address(first), Address(second)];
    }

    static TcpListener Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException) when (attempt < 100)
            {
                listener.Dispose();
            }
        }
    }

    static Uri Address(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
}
