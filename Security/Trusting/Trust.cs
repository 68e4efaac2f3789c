using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Whose signatures count for one partner: its pinned certificates, byte for byte, and what its authorities vouch for.</summary>
/// <remarks>A pin is the operator's own word: it needs no authority and is ended by taking the file away.</remarks>
public sealed class Trust(IReadOnlyList<X509Certificate2> certificates, bool allowDevelopment, Authorities? authorities = null)
{
    readonly List<TrustedCertificate> pinned = [.. certificates.Select(certificate => new TrustedCertificate(certificate))];

    /// <summary>The pinned certificates.</summary>
    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    public Authorities? Authorities => authorities;

    public bool AllowDevelopment => allowDevelopment;

    /// <summary>Reads PEM files of one or more certificates each; a file without any is an error that names the file.</summary>
    public static Trust FromPemFiles(IEnumerable<string> paths, bool allowDevelopment) => new(CertificateFile.ReadAll(paths), allowDevelopment);

    /// <summary>Why this certificate, shown with these others, is not the partner's at that time; null when it is.</summary>
    public SignatureRefusal? Judge(
        X509Certificate2 certificate, IEnumerable<X509Certificate2> others, CertificatePurpose purpose, DateTimeOffset at) =>
        Accept(certificate.RawData, [.. others.Select(other => other.RawData)], purpose, at).Refusal;

    internal bool Knows(byte[] raw) => Find(raw) is not null;

    /// <param name="others">Certificates that came with the message; they may link the signer to an authority and are believed for nothing else.</param>
    internal Found<TrustedCertificate> Accept(byte[] raw, IReadOnlyList<byte[]> others, CertificatePurpose purpose, DateTimeOffset at)
    {
        var found = Find(raw) is { } pin ? Pinned(pin, purpose, at)
            : authorities?.Accept(raw, others, purpose, at) ?? SignatureRefusalCode.CertificateUnknown;
        return found.Holds && !AllowDevelopment && found.Value.IsDevelopment
            ? SignatureRefusalCode.DevelopmentCertificate
            : found;
    }

    // Self-signed certificates are often marked as authorities by the tools that make them: for a pin that says nothing.
    static Found<TrustedCertificate> Pinned(TrustedCertificate pin, CertificatePurpose purpose, DateTimeOffset at)
    {
        if (pin.Untimely(at) is { } untimely) return untimely;
        return CertificateUse.Fits(pin.Certificate, purpose) ? pin : SignatureRefusalCode.KeyUsageNotAllowed;
    }

    TrustedCertificate? Find(byte[] raw) => pinned.Find(one => one.Certificate.RawDataMemory.Span.SequenceEqual(raw));
}
