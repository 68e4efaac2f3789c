using System.Diagnostics;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The hub as a process of its own that may be killed at any time and started again on the same data and ports.</summary>
sealed class HubProcess(string program, IReadOnlyDictionary<string, string> environment, Uri operations, string logFile) : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(1) });
    readonly StreamWriter log = new(logFile, append: true) { AutoFlush = true };
    Process? process;
    long peakMemory;

    public int Kills { get; private set; }

    public bool HasEnded => process is { HasExited: true };

    /// <summary>Highest VmHWM of all incarnations, in MiB.</summary>
    public double PeakMemoryMb => Math.Round(Interlocked.Read(ref peakMemory) / 1024.0, 1);

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(logFile),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start) ?? throw new InvalidOperationException("The hub's process could not be started.");
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>False when the hub ended or did not become ready in time.</summary>
    public async Task<bool> WaitUntilReadyAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!HasEnded && Stopwatch.GetElapsedTime(started) < limit)
        {
            if (await GetAsync("health/ready", cancellation) is not null)
                return true;
            await Task.Delay(Pause, cancellation);
        }
        return false;
    }

    /// <summary>Body of an address of the operations side, or null when it does not answer 200.</summary>
    public async Task<byte[]?> GetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(operations, path));
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellation) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Kills without warning, as a power cut would, and starts again at once.</summary>
    public async Task KillAndStartAsync(CancellationToken cancellation)
    {
        SampleMemory();
        await EndAsync(cancellation);
        Kills++;
        Start();
    }

    public void SampleMemory()
    {
        if (process is { HasExited: false } running && ProcessMemory.PeakKilobytes(running.Id) is { } peak)
            Interlocked.Exchange(ref peakMemory, Math.Max(Interlocked.Read(ref peakMemory), peak));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(CancellationToken.None);
        http.Dispose();
        await log.DisposeAsync();
    }

    async Task EndAsync(CancellationToken cancellation)
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellation);
        process.Dispose();
        process = null;
    }

    void Write(string? line)
    {
        if (line is not null)
            lock (log)
                log.WriteLine(line);
    }
}
