using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A certificate of a partner with its opened public key.</summary>
sealed class TrustedCertificate(X509Certificate2 certificate)
{
    public X509Certificate2 Certificate => certificate;

    public VerificationKey Key { get; } = new(certificate.PublicKey);

    public bool IsDevelopment { get; } = DevelopmentKeys.IsDevelopment(certificate);

    /// <summary>Why the certificate does not count at that time; null when it does.</summary>
    public SignatureRefusalCode? Untimely(DateTimeOffset at) =>
        at.UtcDateTime < certificate.NotBefore.ToUniversalTime() ? SignatureRefusalCode.CertificateNotYetValid
        : at.UtcDateTime > certificate.NotAfter.ToUniversalTime() ? SignatureRefusalCode.CertificateExpired
        : null;

    /// <summary>Why a signature of this key by this algorithm proves nothing; null when it may be computed.</summary>
    public SignatureRefusal? Weakness(SignatureAlgorithm algorithm) => Key.Weakness(algorithm);

    public bool Matches(byte[] hash, byte[] signature, SignatureAlgorithm algorithm) => Key.Matches(hash, signature, algorithm);
}
