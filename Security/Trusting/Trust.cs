using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The pinned certificates of one partner; a signer is believed only when its certificate is one of them, byte for byte.</summary>
public sealed class Trust(IReadOnlyList<X509Certificate2> certificates, bool allowDevelopment)
{
    readonly List<TrustedCertificate> pinned = [.. certificates.Select(certificate => new TrustedCertificate(certificate))];

    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    public bool AllowDevelopment => allowDevelopment;

    /// <summary>Reads PEM files of one or more certificates each; a file without any is an error that names the file.</summary>
    public static Trust FromPemFiles(IEnumerable<string> paths, bool allowDevelopment) =>
        new([.. paths.SelectMany(Load)], allowDevelopment);

    internal bool Knows(byte[] raw) => Find(raw) is not null;

    internal Found<TrustedCertificate> Accept(byte[] raw, DateTimeOffset at)
    {
        if (Find(raw) is not { } found) return SignatureRefusalCode.CertificateUnknown;
        if (!AllowDevelopment && found.IsDevelopment) return SignatureRefusalCode.DevelopmentCertificate;
        return found.IsValid(at) ? found : SignatureRefusalCode.CertificateExpired;
    }

    TrustedCertificate? Find(byte[] raw) => pinned.Find(one => one.Certificate.RawDataMemory.Span.SequenceEqual(raw));

    static X509Certificate2Collection Load(string path)
    {
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(path);
        return found.Count > 0 ? found : throw new InvalidDataException($"The file {path} holds no certificate.");
    }
}
