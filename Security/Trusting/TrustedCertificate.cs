using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A certificate of a partner with its opened public keys: opening one costs ten times what using it does.</summary>
sealed class TrustedCertificate(X509Certificate2 certificate)
{
    // Pools and not one key: key objects do not promise to be usable by two threads at a time.
    readonly ConcurrentBag<RSA> keys = [];
    readonly ConcurrentBag<ECDsa> curves = [];

    public X509Certificate2 Certificate => certificate;

    /// <summary>Why the certificate does not count at that time; null when it does.</summary>
    public SignatureRefusalCode? Untimely(DateTimeOffset at) =>
        at.UtcDateTime < certificate.NotBefore.ToUniversalTime() ? SignatureRefusalCode.CertificateNotYetValid
        : at.UtcDateTime > certificate.NotAfter.ToUniversalTime() ? SignatureRefusalCode.CertificateExpired
        : null;

    /// <summary>Why a signature of this key by this algorithm proves nothing; null when it may be computed.</summary>
    public SignatureRefusal? Weakness(SignatureAlgorithm algorithm)
    {
        var isFit = algorithm.Scheme == SignatureScheme.Ecdsa
            ? UseCurve(key => key.KeySize is 256 or 384 or 521)
            : Use(key => key.KeySize is >= Algorithms.LeastRsaBits and <= Algorithms.MostRsaBits);
        return isFit ? null : new(SignatureRefusalCode.AlgorithmNotAllowed, "The key does not fit the algorithm, or is too short or too long.");
    }

    public bool Matches(byte[] hash, byte[] signature, SignatureAlgorithm algorithm) => algorithm.Scheme == SignatureScheme.Ecdsa
        ? UseCurve(key => key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
        : Use(key => key.VerifyHash(hash, signature, algorithm.Hash, algorithm.Padding));

    bool Use(Func<RSA, bool> ask) => Use(keys, certificate.GetRSAPublicKey, ask);

    bool UseCurve(Func<ECDsa, bool> ask) => Use(curves, certificate.GetECDsaPublicKey, ask);

    static bool Use<T>(ConcurrentBag<T> pool, Func<T?> open, Func<T, bool> ask) where T : class
    {
        if (!pool.TryTake(out var key)) key = open();
        if (key is null) return false;
        bool answer = ask(key);
        pool.Add(key);
        return answer;
    }
}
