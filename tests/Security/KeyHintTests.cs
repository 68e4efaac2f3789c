using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Every way of XML-DSig 1.1 to describe a key finds a pinned certificate and makes nobody believed.</summary>
public sealed class KeyHintTests
{
    static readonly Dictionary<string, SigningKey> Keys = new()
    {
        ["RSA"] = Samples.Partner,
        ["P-256"] = Curve(ECCurve.NamedCurves.nistP256),
        ["P-384"] = Curve(ECCurve.NamedCurves.nistP384),
        ["P-521"] = Curve(ECCurve.NamedCurves.nistP521),
    };

    static readonly SigningKey Other = Samples.KeyOf("CN=Doi tac khac", 2048);

    [Theory]
    [InlineData("RSA", "KeyValue"), InlineData("RSA", "DEREncodedKeyValue"), InlineData("RSA", "X509SKI"), InlineData("RSA", "X509IssuerSerial")]
    [InlineData("RSA", "X509SubjectName"), InlineData("RSA", "X509Digest"), InlineData("RSA", "X509Certificate")]
    [InlineData("P-256", "KeyValue"), InlineData("P-384", "KeyValue"), InlineData("P-521", "KeyValue"), InlineData("P-256", "DEREncodedKeyValue")]
    public void A_hint_finds_the_pinned_certificate_and_no_more(string key, string kind)
    {
        var (partner, trust) = (Keys[key], new Trust([Other.Certificate, Keys[key].Certificate], allowDevelopment: false));
        var found = Verify(partner, Hint(kind, partner.Certificate), trust);
        Assert.Null(found.Refusal);
        Assert.Equal(partner.Certificate.RawData, found.Signer?.RawData);
        Assert.Equal(SignatureRefusalCode.Tampered, Verify(Samples.Stranger, Hint(kind, Samples.Partner.Certificate), Samples.Trusted).Refusal?.Code);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Verify(Samples.Stranger, Hint(kind, Samples.Stranger.Certificate), trust).Refusal?.Code);
        Assert.NotNull(Verify(partner, Hint(kind, Other.Certificate), trust).Refusal);
    }

    [Theory]
    [InlineData("CN=Khac", 0), InlineData("CN=Doi tac", 1), InlineData("", 0)]
    public void Issuer_and_serial_number_must_both_be_those_of_the_certificate(string issuer, int more)
    {
        var trust = new Trust([Other.Certificate, Samples.Partner.Certificate], allowDevelopment: false);
        var hint = IssuerSerial(issuer, Serial(Samples.Partner.Certificate) + more);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Verify(Samples.Partner, hint, trust).Refusal?.Code);
    }

    [Fact]
    public void Without_a_hint_only_a_single_certificate_is_tried()
    {
        Assert.Null(Verify(Samples.Partner, "<KeyName>x</KeyName>", Samples.Trusted).Refusal);
        var two = new Trust([Samples.Partner.Certificate, Other.Certificate], allowDevelopment: false);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Verify(Samples.Partner, "<KeyName>x</KeyName>", two).Refusal?.Code);
    }

    [Theory]
    [InlineData("<KeyValue><RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue></KeyValue>")]
    [InlineData("<KeyValue><RSAKeyValue><Modulus>!</Modulus><Exponent>AQAB</Exponent></RSAKeyValue></KeyValue>")]
    [InlineData("<KeyValue><ECKeyValue xmlns='http://www.w3.org/2009/xmldsig11#'><NamedCurve URI='urn:oid:1.3.132.0.34'/><PublicKey>BAAA</PublicKey></ECKeyValue></KeyValue>")]
    [InlineData("<DEREncodedKeyValue xmlns='http://www.w3.org/2009/xmldsig11#'>MIIB</DEREncodedKeyValue>")]
    [InlineData("<X509Data><X509IssuerSerial><X509SerialNumber>-1</X509SerialNumber></X509IssuerSerial></X509Data>")]
    [InlineData("<X509Data><X509Certificate>MIIB</X509Certificate></X509Data>")]
    public void A_hint_that_makes_no_sense_is_no_crash_and_finds_nobody(string hint)
    {
        var trust = new Trust([Other.Certificate], allowDevelopment: false);
        Assert.NotNull(Verify(Samples.Stranger, hint, trust).Refusal);
    }

    [Fact]
    public void A_bare_key_is_believed_whatever_certificate_is_shown()
    {
        using var key = Samples.Partner.Certificate.GetRSAPublicKey();
        var policy = VerificationPolicy.By(VerificationKey.FromPem(Assert.IsAssignableFrom<RSA>(key).ExportSubjectPublicKeyInfoPem()));
        foreach (string hint in (string[])["", Hint("X509Certificate", Samples.Stranger.Certificate), Hint("KeyValue", Samples.Stranger.Certificate)])
        {
            var found = XmlVerifier.Verify(Signed(Samples.Partner, hint), policy, Samples.Now);
            Assert.Equal((null, null), (found.Refusal?.Code, found.Signer));
            Assert.Equal("YeuCau", Assert.Single(found.Parts).Element?.LocalName);
            Assert.Equal(SignatureRefusalCode.Tampered, XmlVerifier.Verify(Signed(Samples.Stranger, hint), policy, Samples.Now).Refusal?.Code);
        }
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed, XmlVerifier.Verify(Signed(Keys["P-256"], ""), policy, Samples.Now).Refusal?.Code);
    }

    static Verification Verify(SigningKey signer, string hint, Trust trust) => XmlVerifier.VerifyEnveloped(Signed(signer, hint), trust, Samples.Now);

    static XmlDocument Signed(SigningKey signer, string hint)
    {
        var document = Samples.SignedRequest(signer);
        var info = Samples.First(document, "KeyInfo");
        info.InnerXml = $"<x xmlns='{SignedXml.XmlDsigNamespaceUrl}'>{hint}</x>";
        info.InnerXml = info.FirstChild?.InnerXml ?? "";
        return Samples.Sent(document);
    }

    static string Hint(string kind, X509Certificate2 certificate) => kind switch
    {
        "KeyValue" => KeyValueText.Of(certificate),
        "DEREncodedKeyValue" => $"<DEREncodedKeyValue xmlns='{KeyValueText.Newer}'>{Base64(certificate.PublicKey.ExportSubjectPublicKeyInfo())}</DEREncodedKeyValue>",
        "X509SKI" => Data("X509SKI", new X509SubjectKeyIdentifierExtension(certificate.PublicKey, false).SubjectKeyIdentifierBytes.ToArray()),
        "X509IssuerSerial" => IssuerSerial(certificate.Issuer, Serial(certificate)),
        "X509SubjectName" => $"<X509Data><X509SubjectName>{certificate.Subject}</X509SubjectName></X509Data>",
        "X509Digest" => $"<X509Data><X509Digest xmlns='{KeyValueText.Newer}' Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'>"
            + $"{Base64(certificate.GetCertHash(HashAlgorithmName.SHA256))}</X509Digest></X509Data>",
        _ => Data(kind, certificate.RawData),
    };

    static string Data(string name, byte[] bytes) => $"<X509Data><{name}>{Base64(bytes)}</{name}></X509Data>";

    static string IssuerSerial(string issuer, BigInteger serial) => $"<X509Data><X509IssuerSerial><X509IssuerName>{issuer}</X509IssuerName>"
        + $"<X509SerialNumber>{serial.ToString(CultureInfo.InvariantCulture)}</X509SerialNumber></X509IssuerSerial></X509Data>";

    static BigInteger Serial(X509Certificate2 certificate) => new(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true);

    static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    static SigningKey Curve(ECCurve curve) => KeyValueText.Curve("CN=Duong cong", curve);
}
