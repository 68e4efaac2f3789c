using System.Security.Cryptography;

namespace LLTP.Hub.Security;

public enum SignatureScheme { RsaPkcs1, RsaPss, Ecdsa }

/// <summary>One way to sign that is on the allow-list: scheme and digest, with its names in XML signatures (RFC 9231) and in JWS (RFC 7518).</summary>
public sealed record SignatureAlgorithm(SignatureScheme Scheme, HashAlgorithmName Hash, string Uri, string? Jws)
{
    const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    const string Newer = "http://www.w3.org/2007/05/xmldsig-more#";

    public static SignatureAlgorithm RsaSha256 { get; } = new(SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA256, More + "rsa-sha256", "RS256");
    public static SignatureAlgorithm RsaSha384 { get; } = new(SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA384, More + "rsa-sha384", null);
    public static SignatureAlgorithm RsaSha512 { get; } = new(SignatureScheme.RsaPkcs1, HashAlgorithmName.SHA512, More + "rsa-sha512", null);
    public static SignatureAlgorithm PssSha256 { get; } = new(SignatureScheme.RsaPss, HashAlgorithmName.SHA256, Newer + "sha256-rsa-MGF1", "PS256");
    public static SignatureAlgorithm PssSha384 { get; } = new(SignatureScheme.RsaPss, HashAlgorithmName.SHA384, Newer + "sha384-rsa-MGF1", null);
    public static SignatureAlgorithm PssSha512 { get; } = new(SignatureScheme.RsaPss, HashAlgorithmName.SHA512, Newer + "sha512-rsa-MGF1", null);
    public static SignatureAlgorithm EcdsaSha256 { get; } = new(SignatureScheme.Ecdsa, HashAlgorithmName.SHA256, More + "ecdsa-sha256", "ES256");
    public static SignatureAlgorithm EcdsaSha384 { get; } = new(SignatureScheme.Ecdsa, HashAlgorithmName.SHA384, More + "ecdsa-sha384", "ES384");
    public static SignatureAlgorithm EcdsaSha512 { get; } = new(SignatureScheme.Ecdsa, HashAlgorithmName.SHA512, More + "ecdsa-sha512", null);

    public static IReadOnlyList<SignatureAlgorithm> All { get; } =
        [RsaSha256, RsaSha384, RsaSha512, PssSha256, PssSha384, PssSha512, EcdsaSha256, EcdsaSha384, EcdsaSha512];

    public static SignatureAlgorithm? OfUri(string uri) => All.FirstOrDefault(one => one.Uri == uri);

    public static SignatureAlgorithm? OfJws(string name) => All.FirstOrDefault(one => one.Jws == name);

    internal RSASignaturePadding Padding => Scheme == SignatureScheme.RsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
