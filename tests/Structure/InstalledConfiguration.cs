using System.Diagnostics;
using System.Text.RegularExpressions;
using LLTP.Hub.Tests.Security;

namespace LLTP.Hub.Tests.Structure;

/// <summary>The production example of a text, with its folders moved to a temporary one and every file it names in place.</summary>
sealed partial class InstalledConfiguration : IDisposable
{
    static readonly string[] Places = ["/etc/lltp-hub", "/var/lib/lltp-hub"];

    readonly string folder = Directory.CreateTempSubdirectory("lltp-config-").FullName;

    static readonly string Certificate = Samples.Partner.Certificate.ExportCertificatePem();

    public InstalledConfiguration(string text)
    {
        Settings = [.. Export.Matches(text).Select(export => (export.Groups["name"].Value, Moved(export.Groups["value"].Value)))];
        foreach (var (name, file) in Settings.Where(setting => setting.Name.Contains("File") && setting.Value.StartsWith(folder, StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            File.WriteAllText(file, name.Contains("CertificateFiles") ? Certificate : "generated for a test");
        }
    }

    public IReadOnlyList<(string Name, string Value)> Settings { get; }

    /// <summary>Runs the hub's own check as a program, with these settings and no others.</summary>
    public async Task<(int ExitCode, string Output)> CheckAsync(IEnumerable<(string Name, string Value)> settings, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "lltp-hub.dll");
        var start = new ProcessStartInfo("dotnet", [program, "check-config"]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("LLTP__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The hub could not be started.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Moved(string value) => Places.Aggregate(value.Trim('\''), (moved, place) => moved.Replace(place, folder, StringComparison.Ordinal));

    [GeneratedRegex(@"^export (?<name>LLTP__\w+)=(?<value>'[^']*'|\S+)", RegexOptions.Multiline)]
    static partial Regex Export { get; }
}
