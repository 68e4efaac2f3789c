using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>One parsed certificate revocation list (RFC 5280, 5); what it says counts only once its signature was checked.</summary>
sealed record RevocationList(byte[] Signed, byte[] Signature, string Algorithm)
{
    readonly Lock gate = new();
    readonly Dictionary<string, bool> judged = [];

    public required ReadOnlyMemory<byte> Issuer { get; init; }
    public required DateTimeOffset ThisUpdate { get; init; }
    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>When each certificate was revoked, by its serial number in upper-case hex without leading zeros.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Revoked { get; init; }

    public required ListScope Scope { get; init; }

    public bool IsOf(X509Certificate2 authority) => authority.SubjectName.RawData.AsSpan().SequenceEqual(Issuer.Span);

    /// <summary>Whether this authority, and not another one of the same name, issued the list.</summary>
    public bool IsSignedBy(X509Certificate2 authority)
    {
        lock (gate)
        {
            if (!judged.TryGetValue(authority.Thumbprint, out var known))
                judged[authority.Thumbprint] = known = CertificateUse.MaySignLists(authority) && Matches(authority);
            return known;
        }
    }

    /// <summary>Whether the certificate is revoked at that time; a later revocation does not undo what was signed before it.</summary>
    public bool Revokes(X509Certificate2 certificate, DateTimeOffset at) => Revoked.TryGetValue(certificate.SerialNumber.TrimStart('0'), out var since) && since <= at;

    bool Matches(X509Certificate2 authority)
    {
        var (hash, isCurve) = Algorithm switch
        {
            "1.2.840.113549.1.1.11" => (HashAlgorithmName.SHA256, false),
            "1.2.840.113549.1.1.12" => (HashAlgorithmName.SHA384, false),
            "1.2.840.113549.1.1.13" => (HashAlgorithmName.SHA512, false),
            "1.2.840.10045.4.3.2" => (HashAlgorithmName.SHA256, true),
            "1.2.840.10045.4.3.3" => (HashAlgorithmName.SHA384, true),
            "1.2.840.10045.4.3.4" => (HashAlgorithmName.SHA512, true),
            _ => default,
        };
        if (hash.Name is null) return false;
        using var rsa = authority.GetRSAPublicKey();
        using var curve = authority.GetECDsaPublicKey();
        return isCurve
            ? curve is not null && curve.VerifyData(Signed, Signature, hash, DSASignatureFormat.Rfc3279DerSequence)
            : rsa is not null && rsa.VerifyData(Signed, Signature, hash, RSASignaturePadding.Pkcs1);
    }
}
