using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A certificate with its private key, RSA or elliptic curve, in memory or in a token; safe for use by several threads.</summary>
public sealed class SigningKey : IDisposable
{
    /// <param name="algorithm">Another one of the allow-list that fits the key; anything else is an <see cref="InvalidDataException"/>.</param>
    public SigningKey(X509Certificate2 certificate, SignatureAlgorithm? algorithm = null)
    {
        Certificate = certificate;
        CertificateText = Convert.ToBase64String(certificate.RawDataMemory.Span);
        var own = AlgorithmOf(certificate);
        if (algorithm is not null && algorithm != own && (algorithm.Scheme == SignatureScheme.Ecdsa || own.Scheme == SignatureScheme.Ecdsa))
            throw new InvalidDataException("The key does not fit the algorithm.");
        Algorithm = algorithm ?? own;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>What this key signs with unless told otherwise: RSA-SHA256, or ECDSA with the digest that fits the curve.</summary>
    public SignatureAlgorithm Algorithm { get; }

    internal string CertificateText { get; }

    public static SigningKey FromPfx(string path, string? password) => new(X509CertificateLoader.LoadPkcs12FromFile(path, password));

    /// <param name="password">Of an encrypted key file (PKCS#8).</param>
    public static SigningKey FromPem(string certificatePath, string keyPath, string? password = null) => new(password is null
        ? X509Certificate2.CreateFromPemFile(certificatePath, keyPath)
        : X509Certificate2.CreateFromEncryptedPemFile(certificatePath, password, keyPath));

    public void Dispose() => Certificate.Dispose();

    internal byte[] Sign(byte[] hash) => Sign(hash, Algorithm);

    /// <summary>Signs a digest; elliptic curves answer with r and s side by side, as XML signatures and JWS have it.</summary>
    // Every call takes its own object, which shares the opened key and costs a thousandth of signing: objects do not promise to serve two threads.
    public byte[] Sign(byte[] hash, SignatureAlgorithm algorithm)
    {
        if (algorithm.Scheme == SignatureScheme.Ecdsa)
        {
            using var curve = Certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The key is not an elliptic-curve key.");
            return curve.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        using var key = Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The key is not an RSA key.");
        return key.SignHash(hash, algorithm.Hash, algorithm.Padding);
    }

    static SignatureAlgorithm AlgorithmOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        if (rsa is not null)
            return rsa.KeySize >= Algorithms.LeastRsaBits
                ? SignatureAlgorithm.RsaSha256
                : throw new InvalidDataException("The RSA key is shorter than 2048 bits.");
        using var curve = certificate.GetECDsaPrivateKey() ?? throw new InvalidDataException("The certificate has no private key.");
        return curve.KeySize switch
        {
            256 => SignatureAlgorithm.EcdsaSha256,
            384 => SignatureAlgorithm.EcdsaSha384,
            521 => SignatureAlgorithm.EcdsaSha512,
            _ => throw new InvalidDataException("The curve is none of P-256, P-384 and P-521."),
        };
    }
}
