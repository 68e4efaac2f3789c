using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>Whom the caller names as anchors: signers' certificates, and authorities with their revocation lists.</summary>
static class VerifyAnchors
{
    /// <summary>Null with the reason, a key of texts, when a file is none of certificates or lists, or no root is among the authorities.</summary>
    public static (VerificationPolicy? Policy, string? Problem) Read(IReadOnlyList<string> anchors, IReadOnlyList<string> crls, DateTimeOffset at)
    {
        if (anchors.Any(file => CertificateFile.Problem(file) is not null)) return (null, "BadAnchor");
        var all = CertificateFile.ReadAll(anchors);
        // Without the mark of an authority nothing that a certificate issued counts.
        List<X509Certificate2> issuers = [.. all.Where(IsAuthority)];
        if (issuers.Count > 0 && issuers.TrueForAll(one => one.Subject != one.Issuer)) return (null, "NoRoot");
        if (Lists(crls, issuers, at) is not { } revocation) return (null, "BadCrl");
        // Whom the caller names as anchor is the caller's own word, also for a certificate of development and one that signs for itself.
        return (VerificationPolicy.By(new Trust(all, allowDevelopment: true, issuers.Count > 0 ? new(issuers, revocation, []) : null)), null);
    }

    static Revocation? Lists(IReadOnlyList<string> files, List<X509Certificate2> issuers, DateTimeOffset at)
    {
        var revocation = new Revocation(files, acceptWhenUnknown: files.Count == 0);
        try
        {
            return files.All(file => revocation.Put(file, File.ReadAllBytes(file), issuers, at)) ? revocation : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static bool IsAuthority(X509Certificate2 one) =>
        one.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority);
}
