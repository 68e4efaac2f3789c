using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>A certificate of a partner with its opened public keys: opening one costs ten times what using it does.</summary>
sealed class PinnedCertificate(X509Certificate2 certificate)
{
    // A pool and not one key: RSA objects do not promise to be usable by two threads at a time.
    readonly ConcurrentBag<RSA> keys = [];

    public X509Certificate2 Certificate => certificate;

    public bool IsValid(DateTimeOffset at) => at.UtcDateTime >= certificate.NotBefore.ToUniversalTime()
        && at.UtcDateTime <= certificate.NotAfter.ToUniversalTime();

    /// <summary>False when the key is not an RSA key of the least length.</summary>
    public bool IsStrong() => Use(key => key.KeySize >= Algorithms.LeastRsaBits);

    public bool Matches(byte[] hash, byte[] signature, HashAlgorithmName algorithm) =>
        Use(key => key.VerifyHash(hash, signature, algorithm, RSASignaturePadding.Pkcs1));

    bool Use(Func<RSA, bool> ask)
    {
        if (!keys.TryTake(out var key)) key = certificate.GetRSAPublicKey();
        if (key is null) return false;
        bool answer = ask(key);
        keys.Add(key);
        return answer;
    }
}
