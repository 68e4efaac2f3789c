using System.Diagnostics;

namespace LLTP.Hub.Tests.Security;

/// <summary>A foreign program that is run to its end.</summary>
static class Command
{
    /// <summary>Exit code and everything it printed; a program that is not installed fails the test.</summary>
    public static async Task<(int Code, string Text)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
