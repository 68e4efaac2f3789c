using System.Diagnostics;
using System.Globalization;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>PostgreSQL's programs as Debian lays them out. They refuse to run as root, so root runs them as nobody.</summary>
sealed class PostgresPrograms(string folder)
{
    const string Root = "/usr/lib/postgresql";
    const int Oldest = 15;
    const string Nobody = "nobody";

    public static string Missing =>
        $"Thiếu PostgreSQL {Oldest} trở lên ({Root}/{Oldest}/bin). Trên Debian / PostgreSQL {Oldest} or later is missing. On Debian: apt-get install postgresql";

    /// <summary>The newest version that is installed; null without one.</summary>
    public static PostgresPrograms? Find()
    {
        var versions = Directory.Exists(Root) ? Directory.GetDirectories(Root) : [];
        var newest = versions
            .Select(path => (path, version: int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var number) ? number : 0))
            .Where(found => found.version >= Oldest && File.Exists(Path.Combine(found.path, "bin", "initdb")))
            .OrderByDescending(found => found.version).FirstOrDefault();
        return newest.path is null ? null : new(Path.Combine(newest.path, "bin"));
    }

    public static Task SignalAsync(int processId, string signal) =>
        FinishAsync(Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]), CancellationToken.None);

    /// <summary>Hands a folder over to the user that runs the programs.</summary>
    public Task GiveAsync(string path, CancellationToken cancellation) =>
        Environment.IsPrivilegedProcess ? FinishAsync(Process.Start("chown", ["-R", Nobody, path]), cancellation) : Task.CompletedTask;

    /// <summary>A program that goes on; its output goes to the file.</summary>
    public Process Start(string program, IEnumerable<string> arguments, string log)
    {
        var (name, all) = Command(program, arguments);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >> \"$0\" 2>&1", log, name, .. all]) { WorkingDirectory = "/" };
        return Process.Start(start) ?? throw new ServerMissingException(Missing);
    }

    /// <exception cref="ServerMissingException">It failed; the message holds what it said.</exception>
    public Task RunAsync(string program, IEnumerable<string> arguments, (string Name, string Value)? secret, CancellationToken cancellation)
    {
        var (name, all) = Command(program, arguments);
        var start = new ProcessStartInfo(name, all) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        if (secret is { } variable)
            start.Environment[variable.Name] = variable.Value;
        return FinishAsync(Process.Start(start), cancellation);
    }

    (string Program, IEnumerable<string> Arguments) Command(string program, IEnumerable<string> arguments)
    {
        var path = Path.Combine(folder, program);
        return Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid", Nobody, "--regid", "nogroup", "--clear-groups", path, .. arguments])
            : (path, arguments);
    }

    static async Task FinishAsync(Process? started, CancellationToken cancellation)
    {
        using var process = started ?? throw new ServerMissingException(Missing);
        var said = process.StartInfo.RedirectStandardError ? process.StandardError.ReadToEndAsync(cancellation) : Task.FromResult("");
        if (process.StartInfo.RedirectStandardOutput)
            await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new ServerMissingException($"{process.StartInfo.FileName}: {(await said).Trim()}");
    }
}
