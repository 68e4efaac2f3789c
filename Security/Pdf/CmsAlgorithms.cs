using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LLTP.Hub.Security;

/// <summary>The allow-list in the words of CMS (RFC 3370, 4056, 5753, 5754).</summary>
static class CmsAlgorithms
{
    const string Rsa = "1.2.840.113549.1.1.1";
    const string Pss = "1.2.840.113549.1.1.10";

    /// <summary>Null for what is not on the list, also where signature and digest name different hashes.</summary>
    public static SignatureAlgorithm? Of(SignerInfo signer)
    {
        if (HashOf(signer.DigestAlgorithm.Value) is not { } hash) return null;
        return SchemeOf(signer.SignatureAlgorithm.Value, hash) is { } scheme
            ? SignatureAlgorithm.All.FirstOrDefault(one => one.Scheme == scheme && one.Hash == hash)
            : null;
    }

    public static PdfRefusal Refuse(SignerInfo signer) =>
        (WeakName(signer.DigestAlgorithm.Value) ?? WeakName(signer.SignatureAlgorithm.Value)) is { } name
            ? PdfRefusal.Weak(name)
            : PdfRefusal.Of(PdfRefusalCode.AlgorithmNotAllowed);

    public static HashAlgorithmName? HashOf(string? oid) => oid switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    static SignatureScheme? SchemeOf(string? oid, HashAlgorithmName hash) => (oid, hash.Name) switch
    {
        (Rsa, _) or ("1.2.840.113549.1.1.11", "SHA256") or ("1.2.840.113549.1.1.12", "SHA384") or ("1.2.840.113549.1.1.13", "SHA512")
            => SignatureScheme.RsaPkcs1,
        (Pss, _) => SignatureScheme.RsaPss,
        ("1.2.840.10045.4.3.2", "SHA256") or ("1.2.840.10045.4.3.3", "SHA384") or ("1.2.840.10045.4.3.4", "SHA512") => SignatureScheme.Ecdsa,
        _ => null,
    };

    static string? WeakName(string? oid) => oid switch
    {
        "1.3.14.3.2.26" or "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => "SHA-1",
        "1.2.840.113549.2.5" or "1.2.840.113549.1.1.4" => "MD5",
        "1.2.840.10040.4.1" or "1.2.840.10040.4.3" or "2.16.840.1.101.3.4.3.2" => "DSA",
        _ => null,
    };
}
