using System.Security.Cryptography;

namespace LLTP.Hub.Security;

/// <summary>The allow-list; whatever is not here is refused before anything is computed.</summary>
static class Algorithms
{
    const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    const string Encryption = "http://www.w3.org/2001/04/xmlenc#";

    public const int LeastRsaBits = 2048;
    public const int MostRsaBits = 8192;

    public static HashAlgorithmName? OfDigest(string uri) => uri switch
    {
        Names.Sha256 => HashAlgorithmName.SHA256,
        More + "sha384" => HashAlgorithmName.SHA384,
        Encryption + "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    public static SignatureRefusal Refuse(string uri) =>
        new(SignatureRefusalCode.AlgorithmNotAllowed, $"The signature uses {NameOf(uri)}, which is refused.");

    static string NameOf(string uri) => uri switch
    {
        _ when Has(uri, "hmac") => "HMAC",
        _ when Has(uri, "md5") => "MD5",
        _ when Has(uri, "sha1") => "SHA-1",
        _ when Has(uri, "none") => "no algorithm at all",
        _ => "an algorithm or transform outside the agreed list",
    };

    static bool Has(string uri, string word) => uri.Contains(word, StringComparison.OrdinalIgnoreCase);
}
