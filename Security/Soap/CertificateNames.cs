using System.Globalization;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Whether an identifier in a message means this certificate. It only finds a certificate; it proves nothing.</summary>
static class CertificateNames
{
    public static bool Is(X509Certificate2 certificate, byte[] raw) => certificate.RawDataMemory.Span.SequenceEqual(raw);

    /// <summary>SHA-1 of the whole certificate, which WSS 1.1 knows no stronger form of.</summary>
    public static bool HasThumbprint(X509Certificate2 certificate, byte[] thumbprint) =>
        certificate.GetCertHash().AsSpan().SequenceEqual(thumbprint);

    /// <summary>The extension's value; without the extension the SHA-1 of the public key (RFC 5280, section 4.2.1.2).</summary>
    public static bool HasKeyIdentifier(X509Certificate2 certificate, byte[] identifier)
    {
        var extension = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()
            ?? new X509SubjectKeyIdentifierExtension(certificate.PublicKey, critical: false);
        return extension.SubjectKeyIdentifierBytes.Span.SequenceEqual(identifier);
    }

    /// <summary>The subject's values in any order and with any words for the types.</summary>
    public static bool IsOf(X509Certificate2 certificate, string subject) => Same(certificate.Subject, subject);

    /// <summary>Serial number, and the issuer's values in any order: stacks write names forwards and backwards, with other words for the types.</summary>
    public static bool WasIssuedAs(X509Certificate2 certificate, string issuer, string serial) =>
        BigInteger.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number == new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true)
        && Same(certificate.Issuer, issuer);

    static bool Same(string own, string named) =>
        DistinguishedName.Values(named).SequenceEqual(DistinguishedName.Values(own), StringComparer.OrdinalIgnoreCase);
}
