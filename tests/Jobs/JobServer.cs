using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LLTP.Hub.Tests.Jobs;

/// <summary>A PostgreSQL of this test alone: a new cluster in a temporary folder, on a loopback port, run by somebody who is not root.</summary>
sealed class JobServer : IAsyncDisposable
{
    const string Programs = "/usr/lib/postgresql/15/bin";

    readonly string data = Path.Combine(Path.GetTempPath(), $"lltp-jobs-{Guid.NewGuid():N}");
    readonly int port = FreePort();

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres";

    public static async Task<JobServer> StartAsync()
    {
        var server = new JobServer();
        await server.RunAsync("initdb", "-D", server.data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8");
        await server.RunAsync("pg_ctl", "-D", server.data, "-w", "-l", Path.Combine(server.data, "log"),
            "-o", $"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", "start");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
        await RunAsync("/bin/rm", "-rf", data);
    }

    async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.IsPathRooted(program) ? program : Path.Combine(Programs, program);
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", path, .. arguments] : [path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
