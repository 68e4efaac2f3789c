using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>What a certificate is shown for.</summary>
public enum CertificatePurpose { Signature, TlsClient, TlsServer }

/// <summary>What the extensions of a certificate allow it to do (RFC 5280, 4.2.1); an extension that is absent forbids nothing.</summary>
static class CertificateUse
{
    const string AnyUse = "2.5.29.37.0";
    const string ServerUse = "1.3.6.1.5.5.7.3.1";
    const string ClientUse = "1.3.6.1.5.5.7.3.2";

    // Certificates for documents often carry contentCommitment (nonRepudiation) alone.
    const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

    public static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority);

    public static bool MaySignLists(X509Certificate2 authority) => Allows(authority, X509KeyUsageFlags.CrlSign);

    public static bool Fits(X509Certificate2 certificate, CertificatePurpose purpose) => purpose switch
    {
        CertificatePurpose.TlsClient => Allows(certificate, X509KeyUsageFlags.DigitalSignature) && Allows(certificate, ClientUse),
        CertificatePurpose.TlsServer => Allows(certificate, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment)
            && Allows(certificate, ServerUse),
        _ => Allows(certificate, Signing),
    };

    static bool Allows(X509Certificate2 certificate, X509KeyUsageFlags any) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().All(extension => (extension.KeyUsages & any) != 0);

    static bool Allows(X509Certificate2 certificate, string use) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .All(extension => extension.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(oid => oid.Value == use || oid.Value == AnyUse));
}
