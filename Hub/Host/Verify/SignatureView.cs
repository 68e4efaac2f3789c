using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>One signature as it is shown; without a Code it holds.</summary>
sealed record SignatureView
{
    public string? Code { get; init; }
    public SignerView? Signer { get; init; }
    public string? Algorithm { get; init; }
    public DateTimeOffset? SigningTime { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? TimestampAuthority { get; init; }
    public long? CoveredBytes { get; init; }

    public static string? NameOf(SignatureAlgorithm? algorithm) => algorithm is null ? null : algorithm.Scheme switch
    {
        SignatureScheme.RsaPkcs1 => $"RSA-{algorithm.Hash.Name}",
        SignatureScheme.RsaPss => $"RSA-PSS-{algorithm.Hash.Name}",
        _ => $"ECDSA-{algorithm.Hash.Name}",
    };
}

/// <summary>A certificate as it is shown; serial and fingerprint (SHA-256) in hex.</summary>
sealed record SignerView(string Subject, string Serial, string Fingerprint, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public static SignerView? Of(X509Certificate2? certificate) => certificate is null ? null : new(
        certificate.Subject, certificate.SerialNumber, Security.Fingerprint.Sha256Hex(certificate.RawDataMemory.Span),
        new(certificate.NotBefore.ToUniversalTime()), new(certificate.NotAfter.ToUniversalTime()));
}
