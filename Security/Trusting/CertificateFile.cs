using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Certificates in PEM files.</summary>
public static class CertificateFile
{
    /// <exception cref="InvalidDataException">The file holds no certificate; the message names the file.</exception>
    public static IReadOnlyList<X509Certificate2> Read(string path)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(path);
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException($"The file {path} holds something that is not a certificate.");
        }
        return found.Count > 0 ? [.. found] : throw new InvalidDataException($"The file {path} holds no certificate.");
    }

    public static IReadOnlyList<X509Certificate2> ReadAll(IEnumerable<string> paths) => [.. paths.SelectMany(Read)];

    /// <summary>What is wrong with a file as one of certificates; null when it is good.</summary>
    public static string? Problem(string path)
    {
        if (!File.Exists(path)) return $"there is no file '{path}'.";
        try
        {
            Read(path);
            return null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
