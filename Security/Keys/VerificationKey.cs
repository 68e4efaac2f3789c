using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A public key, RSA or elliptic curve, kept open for use by several threads: opening one costs ten times what using it does.</summary>
public sealed class VerificationKey
{
    readonly PublicKey source;

    // Pools and not one key: key objects do not promise to be usable by two threads at a time.
    readonly ConcurrentBag<RSA> keys = [];
    readonly ConcurrentBag<ECDsa> curves = [];

    public VerificationKey(PublicKey source) => this.source = source;

    /// <summary>Reads a PEM text "PUBLIC KEY" (SubjectPublicKeyInfo); another text is a <see cref="CryptographicException"/>.</summary>
    public static VerificationKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan()[fields.Label].SequenceEqual("PUBLIC KEY"))
            throw new CryptographicException("The text holds no PUBLIC KEY.");
        var bytes = Convert.FromBase64String(pem[fields.Base64Data]);
        return new(PublicKey.CreateFromSubjectPublicKeyInfo(bytes, out _));
    }

    /// <summary>Why a signature of this key by this algorithm proves nothing; null when it may be computed.</summary>
    internal SignatureRefusal? Weakness(SignatureAlgorithm algorithm) => algorithm.Scheme == SignatureScheme.Ecdsa
        ? Use(curves, source.GetECDsaPublicKey, OfCurve)
        : Use(keys, source.GetRSAPublicKey, OfRsa);

    internal bool Matches(byte[] hash, byte[] signature, SignatureAlgorithm algorithm) => algorithm.Scheme == SignatureScheme.Ecdsa
        ? Use(curves, source.GetECDsaPublicKey, key => key?.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) is true)
        : Use(keys, source.GetRSAPublicKey, key => key?.VerifyHash(hash, signature, algorithm.Hash, algorithm.Padding) is true);

    internal bool Is(PublicKey other) => source.Oid.Value == other.Oid.Value
        && source.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(other.ExportSubjectPublicKeyInfo());

    static SignatureRefusal? OfRsa(RSA? key) => key?.KeySize switch
    {
        null => SignatureRefusal.KeyMismatch,
        < Algorithms.LeastRsaBits => new(SignatureRefusalCode.AlgorithmWeak, "The RSA key is shorter than 2048 bits."),
        > Algorithms.MostRsaBits => new(SignatureRefusalCode.AlgorithmNotAllowed, "The RSA key is longer than 8192 bits."),
        _ => null,
    };

    static SignatureRefusal? OfCurve(ECDsa? key) => key?.KeySize switch
    {
        null => SignatureRefusal.KeyMismatch,
        256 or 384 or 521 => null,
        _ => new(SignatureRefusalCode.AlgorithmNotAllowed, "The curve is none of P-256, P-384 and P-521."),
    };

    static TAnswer Use<T, TAnswer>(ConcurrentBag<T> pool, Func<T?> open, Func<T?, TAnswer> ask) where T : class
    {
        if (!pool.TryTake(out var key)) key = open();
        var answer = ask(key);
        if (key is not null) pool.Add(key);
        return answer;
    }
}
