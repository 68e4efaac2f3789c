using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A certificate with its RSA private key; safe for use by several threads.</summary>
public sealed class SigningKey : IDisposable
{
    public SigningKey(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()
            ?? throw new InvalidDataException("The certificate has no RSA private key.");
        if (key.KeySize < Algorithms.LeastRsaBits) throw new InvalidDataException("The RSA key is shorter than 2048 bits.");
        Certificate = certificate;
        CertificateText = Convert.ToBase64String(certificate.RawDataMemory.Span);
    }

    public X509Certificate2 Certificate { get; }

    internal string CertificateText { get; }

    public static SigningKey FromPfx(string path, string? password) => new(X509CertificateLoader.LoadPkcs12FromFile(path, password));

    public static SigningKey FromPem(string certificatePath, string keyPath) =>
        new(X509Certificate2.CreateFromPemFile(certificatePath, keyPath));

    public void Dispose() => Certificate.Dispose();

    // Every call opens its own handle: RSA objects do not promise to be usable by two threads at a time.
    internal byte[] Sign(byte[] hash)
    {
        using var key = Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The private key is gone.");
        return key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
