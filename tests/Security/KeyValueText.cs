using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>Keys as XML-DSig 1.1 writes them, and certificates on curves to write.</summary>
static class KeyValueText
{
    public const string Newer = "http://www.w3.org/2009/xmldsig11#";

    public static string Of(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null) return new RSAKeyValue(rsa).GetXml().OuterXml;
        using var curve = certificate.GetECDsaPublicKey() ?? throw new ArgumentException("The key is neither RSA nor on a curve.");
        var parameters = curve.ExportParameters(includePrivateParameters: false);
        byte[] point = [4, .. parameters.Q.X ?? [], .. parameters.Q.Y ?? []];
        return $"<KeyValue><ECKeyValue xmlns='{Newer}'><NamedCurve URI='urn:oid:{Oid(curve.KeySize)}'/>"
            + $"<PublicKey>{Convert.ToBase64String(point)}</PublicKey></ECKeyValue></KeyValue>";
    }

    public static SigningKey Curve(string subject, ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        return new(request.CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddDays(30)));
    }

    static string Oid(int bits) => bits switch { 256 => "1.2.840.10045.3.1.7", 384 => "1.3.132.0.34", _ => "1.3.132.0.35" };
}
