using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using LLTP.Hub.Tests.Edges;

namespace LLTP.Hub.Tests.Verify;

/// <summary>The built hub as a command line, in a folder of its own.</summary>
public sealed class VerifyProgram : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lltp-verify-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Put(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
        return name;
    }

    public string Put(string name, X509Certificate2 certificate)
    {
        File.WriteAllText(Path.Combine(folder.FullName, name), certificate.ExportCertificatePem());
        return name;
    }

    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var program = RunningProgram.Start("lltp-hub.dll", folder.FullName, new Dictionary<string, string>(), ["verify", .. arguments]);
        var code = await program.WaitAsync(TimeSpan.FromSeconds(60));
        return (code, program.Output);
    }

    /// <summary>One JSON object per line of the answer.</summary>
    public async Task<(int Code, List<JsonElement> Lines)> JsonAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync([.. arguments, "--json"]);
        return (code, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))]);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
