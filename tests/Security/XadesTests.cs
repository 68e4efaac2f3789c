using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class XadesTests
{
    [Fact]
    public void A_XAdES_signature_says_when_and_by_whom()
    {
        var verification = XmlVerifier.VerifyEnveloped(Signed(Samples.Partner), Samples.Trusted, Samples.Now);
        Assert.True(verification.IsVerified);
        Assert.Equal(Samples.Now, verification.Properties?.SigningTime);
        Assert.Equal(["application/xml"], verification.Properties?.MediaTypes);
        var general = XmlVerifier.Verify(Signed(Samples.Partner), VerificationPolicy.By(Samples.Trusted), Samples.Now);
        Assert.Equal("YeuCau", Assert.Single(general.Parts).Element?.LocalName);
    }

    [Fact]
    public void The_framework_accepts_it() => Assert.True(FrameworkSignature.Accepts(Signed(Samples.Partner), Samples.Partner.Certificate));

    [Theory]
    [InlineData("SigningTime", SignatureRefusalCode.Tampered)]
    [InlineData("MimeType", SignatureRefusalCode.Tampered)]
    public void A_changed_property_is_tampering(string name, SignatureRefusalCode expected)
    {
        var document = Signed(Samples.Partner);
        Samples.First(document, name).InnerText = "2026-01-01T00:00:00Z";
        Assert.Equal(expected, Samples.RefusalOf(document));
    }

    [Fact]
    public void Relocated_properties_are_refused()
    {
        var document = Signed(Samples.Partner);
        var properties = Samples.First(document, "SignedProperties");
        var copy = (XmlElement)properties.CloneNode(deep: true);
        copy.SetAttribute("Id", "khac");
        properties.ParentNode?.ReplaceChild(copy, properties);
        Samples.RootOf(document).PrependChild(properties);
        Assert.Equal(SignatureRefusalCode.XadesMalformed, Samples.RefusalOf(document));
    }

    [Theory]
    [InlineData("QualifyingProperties", "Target", "#khac")]
    [InlineData("DataObjectFormat", "ObjectReference", "#khac")]
    public void Properties_of_something_else_are_refused(string element, string attribute, string value)
    {
        var document = Signed(Samples.Partner);
        Samples.First(document, element).SetAttribute(attribute, value);
        Assert.Equal(SignatureRefusalCode.XadesMalformed, Samples.RefusalOf(document));
    }

    [Fact]
    public void Properties_that_are_not_referred_to_by_their_type_are_refused()
    {
        var document = Signed(Samples.Partner);
        (document.SelectSingleNode("//*[local-name()='Reference'][2]") as XmlElement)?.RemoveAttribute("Type");
        Assert.Equal(SignatureRefusalCode.XadesMalformed, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_certificate_other_than_the_named_one_is_refused()
    {
        using var key = Samples.Partner.Certificate.GetRSAPrivateKey();
        using var renewed = new CertificateRequest("CN=Doi tac moi", Assert.IsAssignableFrom<RSA>(key), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Samples.Now.AddDays(-1), Samples.Now.AddDays(9));
        var document = Signed(Samples.Partner);
        Samples.First(document, "X509Certificate").InnerText = Convert.ToBase64String(renewed.RawData);
        var trust = new Trust([renewed], allowDevelopment: false);
        Assert.Equal(SignatureRefusalCode.XadesMalformed, XmlVerifier.VerifyEnveloped(document, trust, Samples.Now).Refusal?.Code);
    }

    static XmlDocument Signed(SigningKey key)
    {
        var canonical = Samples.Octets(Samples.Xml(Samples.Request), CanonicalForm.Plain);
        return Samples.Xml(Encoding.UTF8.GetString(DocumentSigner.Sign(canonical, "yc-1", key, Samples.Now)));
    }
}
