using System.Diagnostics;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The hub as a process of its own that may be killed at any time and started again on the same data and ports.</summary>
sealed class HubProcess(
    string program, IReadOnlyDictionary<string, string> environment, Uri operations, string logFile, IEnumerable<string> killPoints) : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(1) });
    readonly StreamWriter log = new(logFile, append: true) { AutoFlush = true };
    readonly Queue<string> points = new(killPoints);
    string? armed;
    Process? process;
    long peakMemory;

    public int Kills { get; private set; }

    /// <summary>Ended, and not because it was told to die at a point.</summary>
    public bool HasEnded => process is { HasExited: true } && armed is null;

    /// <summary>Points at which it was to die and never came by.</summary>
    public IEnumerable<string> PointsLeft => armed is null ? points : points.Prepend(armed);

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
        if (points.TryDequeue(out armed))
            start.Environment["LLTP__KillAt"] = armed;
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
            StartAgainWhereTold();
            if (await GetAsync("health/ready", cancellation) is not null)
                return true;
            await Task.Delay(Pause, cancellation);
        }
        return false;
    }

    /// <summary>Ends when it answers at all, has ended or the limit is over.</summary>
    public async Task WaitUntilItLivesAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!HasEnded && Stopwatch.GetElapsedTime(started) < limit && await GetAsync("health/live", cancellation) is null)
            await Task.Delay(Pause, cancellation);
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
        catch (Exception failure) when (IsOfLine(failure, cancellation))
        {
            return null;
        }
    }

    /// <summary>Starts again where it died at the point that it was told.</summary>
    public void StartAgainWhereTold()
    {
        if (process is not { HasExited: true } || armed is null)
            return;
        process.Dispose();
        Kills++;
        Start();
    }

    /// <summary>Kills without warning, as a power cut would, and starts again at once.</summary>
    public async Task KillAndStartAsync(CancellationToken cancellation)
    {
        SampleMemory();
        await EndAsync(cancellation);
        Kills++;
        Start();
    }

    /// <summary>True when the operations side took it.</summary>
    public async Task<bool> PostAsync(string path, string officer, object act, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(operations, path)) { Content = JsonContent.Create(act) };
        request.Headers.Add("X-LLTP-Officer", Uri.EscapeDataString(officer));
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (IsOfLine(failure, cancellation))
        {
            return false;
        }
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

    // A connection that is not made in time ends as a cancellation that nobody asked for.
    static bool IsOfLine(Exception failure, CancellationToken cancellation) =>
        failure is HttpRequestException or IOException || failure is OperationCanceledException && !cancellation.IsCancellationRequested;

    void Write(string? line)
    {
        if (line is not null)
            lock (log)
                log.WriteLine(line);
    }
}
