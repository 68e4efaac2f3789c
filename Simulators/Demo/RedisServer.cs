using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>
/// A real redis-server of one's own: in a temporary folder, on a free loopback port, keeping nothing on disk. It can die, sleep and
/// come back empty at the same address.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    const string Debian = "/usr/bin/redis-server";
    const string Missing = "Thiếu redis-server. Trên Debian / redis-server is missing. On Debian: apt-get install redis-server";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    readonly string folder = Directory.CreateTempSubdirectory("lltp-redis-").FullName;
    readonly int port = HubAddresses.FreePort();
    readonly int tlsPort = HubAddresses.FreePort();
    readonly string[] options;
    Process? process;

    RedisServer(string[] options) => this.options = options;

    public string Endpoint => $"127.0.0.1:{port}";

    /// <summary>Where it speaks TLS, when its options name a certificate.</summary>
    public string TlsEndpoint => $"127.0.0.1:{tlsPort}";

    string Log => Path.Combine(folder, "server.log");

    /// <param name="options">Further options of redis-server, as on its command line.</param>
    /// <exception cref="ServerMissingException">redis-server is not installed, or does not start.</exception>
    public static async Task<RedisServer> StartedAsync(params string[] options)
    {
        var server = new RedisServer(options);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts empty at the same address; returns when it answers.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(Find() ?? throw new ServerMissingException(Missing), [
            "--port", Text(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--enable-debug-command", "yes",
            "--dir", folder, "--logfile", Log,
            .. options.Contains("--tls-cert-file") ? ["--tls-port", Text(tlsPort)] : Array.Empty<string>(), .. options]);
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new ServerMissingException($"Redis không khởi động được / Redis did not start: {await SaidAsync()}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Ends without a word (SIGKILL), whatever it does or sleeps.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Hangs: connections stay and are still made, nothing is answered (SIGSTOP).</summary>
    public Task SuspendAsync() => SignalAsync("STOP");

    /// <summary>Goes on where it was suspended.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>Sends one command and does not wait for what it does.</summary>
    public async Task<string> SayAsync(string command, bool andWait = true)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"));
        if (!andWait)
        {
            await Task.Delay(50);
            return "";
        }
        var answer = new byte[512];
        var length = await client.GetStream().ReadAsync(answer).AsTask().WaitAsync(Patience);
        return Encoding.ASCII.GetString(answer, 0, length);
    }

    public async Task<int> CountAsync(string pattern) =>
        int.Parse((await SayAsync($"KEYS {pattern}")).Split('\r')[0][1..], CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    // One that wants a password first is there as well.
    async Task<bool> AnswersAsync()
    {
        try
        {
            var answer = await SayAsync("PING");
            return answer.StartsWith("+PONG", StringComparison.Ordinal) || answer.StartsWith("-NOAUTH", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return false;
        }
    }

    Task SignalAsync(string signal) => process is { HasExited: false } running
        ? PostgresPrograms.SignalAsync(running.Id, signal) : Task.CompletedTask;

    async Task<string> SaidAsync() => File.Exists(Log) ? (await File.ReadAllLinesAsync(Log)).LastOrDefault() ?? "" : "";

    static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(place => Path.Combine(place, "redis-server")).Append(Debian).FirstOrDefault(File.Exists);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
