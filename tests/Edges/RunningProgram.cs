using System.Diagnostics;
using System.Text;

namespace LLTP.Hub.Tests.Edges;

/// <summary>One of our programs as a process of its own; whatever it writes is kept.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    readonly Process process;
    readonly StringBuilder written = new();

    RunningProgram(ProcessStartInfo start)
    {
        process = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => process.HasExited;

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (written)
                return written.ToString();
        }
    }

    public static string Path(string program) => System.IO.Path.Combine(AppContext.BaseDirectory, program);

    public static RunningProgram Start(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path(program), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(start);
    }

    /// <summary>Exit code and everything written, of a program that has ended or is about to.</summary>
    public async Task<string> LastWordsAsync()
    {
        await process.WaitForExitAsync();
        return $"{process.ExitCode} {Output}";
    }

    /// <summary>The exit code.</summary>
    public async Task<int> WaitAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Asks the program to end (SIGTERM); the exit code.</summary>
    public async Task<int> TerminateAsync(TimeSpan limit)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await WaitAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Write(string? line)
    {
        lock (written)
            written.AppendLine(line);
    }
}
