using System.Diagnostics;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>Poppler's pdfsig with a certificate database that trusts the tests' authority.</summary>
public sealed class PdfSig : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lltp-nss-");

    public PdfSig()
    {
        var authority = Path.Combine(folder.FullName, "ca.pem");
        File.WriteAllText(authority, PdfUnit.Authority.ExportCertificatePem());
        Run("certutil", "-N", "-d", $"sql:{folder.FullName}", "--empty-password");
        Run("certutil", "-A", "-d", $"sql:{folder.FullName}", "-n", "ca", "-t", "CT,C,C", "-i", authority);
    }

    public string Say(byte[] pdf)
    {
        var file = Path.Combine(folder.FullName, "file.pdf");
        File.WriteAllBytes(file, pdf);
        return Run("pdfsig", "-nssdir", $"sql:{folder.FullName}", file);
    }

    public void Dispose() => folder.Delete(recursive: true);

    static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said + errors.GetAwaiter().GetResult();
    }
}
