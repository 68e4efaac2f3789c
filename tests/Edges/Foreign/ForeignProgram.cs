using System.Diagnostics;

namespace LLTP.Hub.Tests.Edges.Foreign;

/// <summary>Runs the programs of others and keeps what they write.</summary>
static class ForeignProgram
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<Ran> RunAsync(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        using var limit = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs one step of building a client; anything but success ends the test.</summary>
    public static async Task BuildAsync(string folder, string program, params string[] arguments)
    {
        var ran = await RunAsync(program, folder, arguments);
        if (ran.Code != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {ran.Code}: {ran.Output}{ran.Errors}");
    }
}

/// <summary>How a program ended.</summary>
sealed record Ran(int Code, string Output, string Errors);
