using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>Keys of each kind, and signatures whose header a test writes itself, honestly signed whatever the header says.</summary>
static class JwsSamples
{
    public const string Address = "https://lltp.example.vn/api/v1/hosos/LLTP/TaoHoSo";
    public static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"maHoSoMCDT":"H56.14-260101-0001","hoTen":"Nguyễn Văn Thử"}""");
    public static readonly JwsSubject Subject = JwsSubject.Request("POST", Address, null);
    public static readonly SigningKey P256 = Curve(ECCurve.NamedCurves.nistP256);
    public static readonly SigningKey P384 = Curve(ECCurve.NamedCurves.nistP384);
    public static readonly SigningKey P521 = Curve(ECCurve.NamedCurves.nistP521);
    public static readonly Trust Trusted = new([Samples.Partner.Certificate, P256.Certificate, P384.Certificate, P521.Certificate], false);

    static readonly JwsVerifier Verifier = new(Trusted, Samples.FiveMinutes);

    public static SigningKey KeyFor(string algorithm) => algorithm switch { "ES256" => P256, "ES384" => P384, _ => Samples.Partner };

    public static string Signed(string algorithm, JwsSubject? subject = null) =>
        new JwsSigner(KeyFor(algorithm), SignatureAlgorithm.OfJws(algorithm), Samples.FiveMinutes)
            .Sign(Body, subject ?? Subject, "tn-1", Samples.Now);

    public static JwsVerification Verify(string? signature, byte[]? body = null, JwsSubject? subject = null, DateTimeOffset? at = null) =>
        Verifier.Verify(signature, body ?? Body, subject ?? Subject, at ?? Samples.Now);

    public static JsonObject Header(string algorithm = "RS256")
    {
        var now = Samples.Now.ToUnixTimeSeconds();
        return new()
        {
            ["alg"] = algorithm, ["kid"] = JwsSigner.KeyIdOf(KeyFor(algorithm).Certificate.RawData), ["jti"] = "tn-1",
            ["iat"] = now, ["exp"] = now + 300, ["htm"] = "POST", ["htu"] = Address,
        };
    }

    /// <summary>RS256 over any header text and the body, as RFC 7515 appendix F has it.</summary>
    public static string Craft(string header, string payload = "")
    {
        var encoded = Encode(Encoding.UTF8.GetBytes(header));
        using var key = Samples.Partner.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("No key.");
        var value = key.SignData(Encoding.ASCII.GetBytes($"{encoded}.{Encode(Body)}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{encoded}.{payload}.{Encode(value)}";
    }

    public static string PrivatePem(string algorithm)
    {
        using var rsa = KeyFor(algorithm).Certificate.GetRSAPrivateKey();
        using var curve = KeyFor(algorithm).Certificate.GetECDsaPrivateKey();
        return rsa?.ExportPkcs8PrivateKeyPem() ?? curve?.ExportPkcs8PrivateKeyPem() ?? throw new InvalidOperationException("No key.");
    }

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static SigningKey Curve(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        var request = new CertificateRequest("CN=Doi tac EC", key, HashAlgorithmName.SHA256);
        return new(request.CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddDays(30)));
    }
}
