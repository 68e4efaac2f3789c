using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class AlgorithmTests
{
    const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    [Theory]
    [InlineData("SignatureMethod", Ds + "rsa-sha1", "SHA-1")]
    [InlineData("SignatureMethod", Ds + "hmac-sha1", "HMAC")]
    [InlineData("SignatureMethod", More + "hmac-sha256", "HMAC")]
    [InlineData("SignatureMethod", More + "rsa-md5", "MD5")]
    [InlineData("SignatureMethod", "none", "no algorithm at all")]
    [InlineData("DigestMethod", Ds + "sha1", "SHA-1")]
    [InlineData("CanonicalizationMethod", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "outside the agreed list")]
    [InlineData("Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116", "outside the agreed list")]
    public void What_is_not_on_the_list_is_refused_by_name(string element, string algorithm, string name)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, element).SetAttribute("Algorithm", algorithm);
        var refusal = XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now).Refusal;
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed, refusal?.Code);
        Assert.Contains(name, refusal?.Sentence);
    }

    [Fact]
    public void An_honest_SHA1_signature_is_refused() =>
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed, Samples.RefusalOf(FrameworkSignature.Enveloped(
            "<a/>", Samples.Partner, signed => Method(signed, Ds + "rsa-sha1"), new XmlDsigExcC14NTransform())));

    [Theory]
    [InlineData("http://127.0.0.1:9/x.xml")]
    [InlineData("file:///etc/hostname")]
    [InlineData("other.xml#yc-1")]
    [InlineData("#xpointer(/)")]
    [InlineData("#none")]
    [InlineData("xyc-1")]
    [InlineData("#")]
    public void A_reference_that_is_not_to_the_root_is_refused(string uri)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "Reference").SetAttribute("URI", uri);
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_second_reference_is_refused()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var reference = Samples.First(document, "Reference");
        reference.ParentNode?.AppendChild(reference.CloneNode(deep: true));
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_key_of_1024_bits_is_refused_even_when_pinned()
    {
        using var weak = Samples.CertificateOf("CN=Yeu", 1024);
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "X509Certificate").InnerText = Convert.ToBase64String(weak.RawData);
        var verification = XmlVerifier.VerifyEnveloped(document, new Trust([weak], false), Samples.Now);
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed, verification.Refusal?.Code);
        Assert.Throws<InvalidDataException>(() => new SigningKey(weak));
    }

    [Theory]
    [InlineData("rsa-sha384")]
    [InlineData("rsa-sha512")]
    public void Stronger_hashes_are_accepted(string method) =>
        Assert.Null(Samples.RefusalOf(FrameworkSignature.Enveloped(
            Samples.Request, Samples.Partner, signed => Method(signed, More + method), new XmlDsigExcC14NTransform())));

    static void Method(SignedXml signed, string algorithm)
    {
        if (signed.SignedInfo is { } info) info.SignatureMethod = algorithm;
    }
}
