using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace LLTP.Hub.Benchmarks;

/// <summary>One run of the demo as a process, and the CPU time that the hub's nodes took in it.</summary>
sealed class DemoTrial
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    static readonly double TicksPerSecond = 100;

    readonly Dictionary<int, double> seconds = [];

    DemoTrial()
    {
    }

    public JsonNode Report { get; private set; } = new JsonObject();

    /// <summary>Where the trial left its data; empty unless it was kept.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>CPU seconds, user and kernel, of all nodes.</summary>
    public double HubCpu => seconds.Values.Sum();

    public double PerSecond => Report["dossiersPerSecond"]?.GetValue<double>() ?? 0;

    /// <exception cref="InvalidOperationException">The trial was not clean; the message holds what it said.</exception>
    public static async Task<DemoTrial> RunAsync(int dossiers, IEnumerable<string> options, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (trial, report) = (new DemoTrial(), Path.GetTempFileName());
        var start = new ProcessStartInfo("dotnet", [Program, "demo", "--dossiers", $"{dossiers}", "--report", report, .. options]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var demo = Process.Start(start) ?? throw new InvalidOperationException("The demo could not be started.");
        var said = demo.StandardOutput.ReadToEndAsync();
        while (!demo.HasExited)
        {
            trial.Sample(demo.Id);
            await Task.Delay(Look);
        }
        var words = await said;
        if (demo.ExitCode != 0)
            throw new InvalidOperationException($"The demo ended with {demo.ExitCode}: {words}");
        trial.Report = JsonNode.Parse(await File.ReadAllTextAsync(report)) ?? new JsonObject();
        trial.Folder = words.Split('\n').LastOrDefault(line => line.Contains("/ folder:", StringComparison.Ordinal))?.Split("folder:")[1].Trim() ?? "";
        File.Delete(report);
        return trial;
    }

    static string Program => Path.Combine(AppContext.BaseDirectory, "lltp-sim.dll");

    // The hub's nodes are children of the demo; what the kernel said last of each counts.
    void Sample(int demo)
    {
        foreach (var folder in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            if (Stat(folder) is { } fields && int.Parse(fields[1], CultureInfo.InvariantCulture) == demo && IsHub(folder))
                seconds[int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)] =
                    (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>The fields after the name, which may hold anything: state, parent and so on.</summary>
    static string[]? Stat(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    static bool IsHub(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains("lltp-hub.dll", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
