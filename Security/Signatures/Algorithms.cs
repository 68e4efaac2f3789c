using System.Security.Cryptography;

namespace LLTP.Hub.Security;

/// <summary>The allow-list; whatever is not here is refused by name before anything is computed.</summary>
static class Algorithms
{
    const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    const string Sha1 = Names.Signature + "sha1";

    public const int LeastRsaBits = 2048;
    public const int MostRsaBits = 8192;

    static readonly SignatureAlgorithm RsaSha1 =
        new(SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA1, Names.Signature + "rsa-sha1", null);

    static readonly SignatureAlgorithm EcdsaSha1 = new(SignatureScheme.Ecdsa, HashAlgorithmName.SHA1, More + "ecdsa-sha1", null);

    // What an identifier is called when it is refused; the first word that occurs in it counts.
    static readonly (string Word, string Name, SignatureRefusalCode Code)[] Refused =
    [
        ("hmac", "HMAC", SignatureRefusalCode.AlgorithmNotAllowed),
        ("#dsa-sha1", "DSA with SHA-1", SignatureRefusalCode.AlgorithmWeak),
        ("#dsa", "DSA", SignatureRefusalCode.AlgorithmWeak),
        ("md5", "MD5", SignatureRefusalCode.AlgorithmWeak),
        ("md2", "MD2", SignatureRefusalCode.AlgorithmWeak),
        ("ripemd160", "RIPEMD-160", SignatureRefusalCode.AlgorithmWeak),
        ("sha1", "SHA-1", SignatureRefusalCode.AlgorithmWeak),
        ("sha224", "SHA-224", SignatureRefusalCode.AlgorithmWeak),
        ("none", "no algorithm at all", SignatureRefusalCode.AlgorithmWeak),
        ("xslt", "an XSLT transform", SignatureRefusalCode.AlgorithmNotAllowed),
        ("xpath", "an XPath transform", SignatureRefusalCode.AlgorithmNotAllowed),
        ("decrypt", "a decryption transform", SignatureRefusalCode.AlgorithmNotAllowed),
        ("STR-Transform", "the STR-Transform", SignatureRefusalCode.AlgorithmNotAllowed),
    ];

    public static HashAlgorithmName? OfDigest(string uri, bool legacy = false) => uri switch
    {
        Names.Sha256 => HashAlgorithmName.SHA256,
        More + "sha384" => HashAlgorithmName.SHA384,
        Encryption + "sha512" => HashAlgorithmName.SHA512,
        Sha1 when legacy => HashAlgorithmName.SHA1,
        _ => null,
    };

    public static SignatureAlgorithm? OfSignature(string uri, bool legacy)
    {
        if (SignatureAlgorithm.OfUri(uri) is { } allowed) return allowed;
        if (!legacy) return null;
        return uri == RsaSha1.Uri ? RsaSha1 : uri == EcdsaSha1.Uri ? EcdsaSha1 : null;
    }

    public static SignatureRefusal Refuse(string uri)
    {
        foreach (var (word, name, code) in Refused)
            if (uri.Contains(word, StringComparison.OrdinalIgnoreCase)) return Refuse(code, name);
        return Refuse(SignatureRefusalCode.AlgorithmNotAllowed, "an algorithm or transform outside the agreed list");
    }

    public static SignatureRefusal Refuse(SignatureRefusalCode code, string name) => new(code, $"The signature uses {name}, which is refused.");
}
