using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>How a server is brought down.</summary>
public enum PostgresStop
{
    /// <summary>SIGINT: sessions are ended, what was committed is written out.</summary>
    Fast,

    /// <summary>SIGQUIT: as after a power cut; the next start recovers from the log.</summary>
    Immediate,

    /// <summary>SIGKILL to the postmaster alone; its children find out by themselves, and postmaster.pid stays behind.</summary>
    Kill,
}

/// <summary>A PostgreSQL server of one's own: in a temporary folder, on a free loopback port, run by a user without rights.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string User = "lltp";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan ChildrenEnd = TimeSpan.FromSeconds(3);

    readonly PostgresPrograms programs;
    readonly string folder;
    readonly string password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    Process? process;

    PostgresServer(PostgresPrograms programs, string folder) => (this.programs, this.folder) = (programs, folder);

    public int Port { get; } = HubAddresses.FreePort();

    string Data => Path.Combine(folder, "data");

    string Log => Path.Combine(folder, "server.log");

    /// <summary>Makes a cluster and starts it.</summary>
    /// <exception cref="ServerMissingException">The programs of PostgreSQL 15 or later are not installed, or do not start.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellation)
    {
        var programs = PostgresPrograms.Find() ?? throw new ServerMissingException(PostgresPrograms.Missing);
        var server = new PostgresServer(programs, Directory.CreateTempSubdirectory("lltp-pg-").FullName);
        try
        {
            await server.CreateAsync(cancellation);
            await server.StartAgainAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Without pooling, as each user has its own.</summary>
    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username={User};Password={password}");

    /// <summary>Runs one statement through psql, in the database of that name.</summary>
    public Task RunAsync(string database, string sql, CancellationToken cancellation) => programs.RunAsync(
        "psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", Text(Port), "-U", User, "-d", database, "-c", sql],
        ("PGPASSWORD", password), cancellation);

    /// <summary>Starts on the data as it was left; returns when the server takes connections.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        process = programs.Start("postgres", [
            "-D", Data, "-p", Text(Port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            "-c", "shared_buffers=64MB", "-c", "logging_collector=off", "-c", "log_min_messages=fatal", "-c", "restart_after_crash=on"], Log);
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(cancellation))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new ServerMissingException($"PostgreSQL không khởi động được / PostgreSQL did not start: {Log}");
            await Task.Delay(Pause, cancellation);
        }
    }

    public async Task StopAsync(PostgresStop stop, CancellationToken cancellation)
    {
        if (process is not { HasExited: false } running)
            return;
        await PostgresPrograms.SignalAsync(running.Id, stop switch { PostgresStop.Fast => "INT", PostgresStop.Immediate => "QUIT", _ => "KILL" });
        await running.WaitForExitAsync(cancellation);
        if (stop == PostgresStop.Kill)
            await Task.Delay(ChildrenEnd, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(PostgresStop.Immediate, CancellationToken.None);
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    async Task CreateAsync(CancellationToken cancellation)
    {
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password, cancellation);
        await programs.GiveAsync(folder, cancellation);
        await programs.RunAsync(
            "initdb", ["-D", Data, "-U", User, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
            null, cancellation);
    }

    async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await RunAsync("postgres", "SELECT 1", cancellation);
            return true;
        }
        catch (Exception failure) when (failure is ServerMissingException or SocketException)
        {
            return false;
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
