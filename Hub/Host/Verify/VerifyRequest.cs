using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>What files are judged against.</summary>
sealed record VerifyRequest(Trust Trust, DateTimeOffset At)
{
    /// <summary>Local name of an element that must be among the signed ones.</summary>
    public string? Require { get; init; }

    /// <summary>Null with the reason, a key of texts, when these anchors or this time are no ground to judge on.</summary>
    public static (VerifyRequest? Request, string? Problem) Of(IReadOnlyList<string> anchors, string? at, TimeProvider clock)
    {
        if (anchors.Count == 0) return (null, "NoAnchor");
        var time = clock.GetUtcNow();
        if (at is not null && !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return (null, "BadTime");
        // Whom the caller names as anchor is the caller's own word, also for a certificate of development.
        return Read(anchors) is { Count: > 0 } certificates ? (new(new(certificates, allowDevelopment: true), time), null) : (null, "BadAnchor");
    }

    static List<X509Certificate2>? Read(IEnumerable<string> files)
    {
        var found = new X509Certificate2Collection();
        foreach (var file in files)
        {
            var before = found.Count;
            try
            {
                found.ImportFromPemFile(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                return null;
            }
            if (found.Count == before) return null;
        }
        return [.. found];
    }
}
