using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>A real redis-server of one test on a free loopback port; it can die, sleep and come back empty at the same address.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly int port = FreePort();
    Process? process;

    public string Endpoint => $"127.0.0.1:{port}";

    public static async Task<RedisServer> StartedAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--enable-debug-command", "yes", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("redis-server could not be started.");
        process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (!await AnswersAsync())
            await Task.Delay(20, limit.Token);
    }

    /// <summary>Ends without a word (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

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

    public async ValueTask DisposeAsync() => await KillAsync();

    async Task<bool> AnswersAsync()
    {
        try
        {
            return (await SayAsync("PING")).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Below the ports that the system hands out by itself.
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
