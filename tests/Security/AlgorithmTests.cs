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
    [InlineData("SignatureMethod", Ds + "rsa-sha1", "SHA-1", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("SignatureMethod", Ds + "dsa-sha1", "DSA with SHA-1", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("SignatureMethod", "http://www.w3.org/2009/xmldsig11#dsa-sha256", "DSA", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("SignatureMethod", More + "ecdsa-sha1", "SHA-1", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("SignatureMethod", Ds + "hmac-sha1", "HMAC", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("SignatureMethod", More + "hmac-sha256", "HMAC", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("SignatureMethod", More + "rsa-md5", "MD5", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("SignatureMethod", "none", "no algorithm at all", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("DigestMethod", Ds + "sha1", "SHA-1", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("DigestMethod", More + "md5", "MD5", SignatureRefusalCode.AlgorithmWeak)]
    [InlineData("CanonicalizationMethod", "http://www.w3.org/TR/1999/WD-xml-c14n-19991115", "outside the agreed list", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116", "XSLT", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("Transform", "http://www.w3.org/TR/1999/REC-xpath-19991116", "XPath", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("Transform", "http://www.w3.org/2002/06/xmldsig-filter2", "outside the agreed list", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("Transform", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform", "the STR-Transform", SignatureRefusalCode.AlgorithmNotAllowed)]
    [InlineData("Transform", Ds + "base64", "outside the agreed list", SignatureRefusalCode.AlgorithmNotAllowed)]
    public void What_is_not_on_the_list_is_refused_by_name(string element, string algorithm, string name, SignatureRefusalCode code)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, element).SetAttribute("Algorithm", algorithm);
        var refusal = XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Contains(name, refusal?.Sentence);
    }

    [Fact]
    public void An_honest_SHA1_signature_is_refused() =>
        Assert.Equal(SignatureRefusalCode.AlgorithmWeak, Samples.RefusalOf(FrameworkSignature.Enveloped(
            "<a/>", Samples.Partner, signed => Method(signed, Ds + "rsa-sha1"), new XmlDsigExcC14NTransform())));

    [Theory]
    [InlineData(false, SignatureRefusalCode.AlgorithmWeak)]
    [InlineData(true, null)]
    public void SHA1_counts_only_where_an_archive_is_read(bool allowed, SignatureRefusalCode? expected)
    {
        var policy = VerificationPolicy.By(Samples.Trusted) with { AllowLegacyAlgorithms = allowed };
        var document = FrameworkSignature.Enveloped("<a/>", Samples.Partner, Old, new XmlDsigExcC14NTransform());
        Assert.Equal(expected, XmlVerifier.Verify(document, policy, Samples.Now).Refusal?.Code);
        Samples.RootOf(document).AppendChild(document.CreateElement("b"));
        Assert.NotNull(XmlVerifier.Verify(document, policy, Samples.Now).Refusal);
    }

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
        Assert.Equal(SignatureRefusalCode.AlgorithmWeak, verification.Refusal?.Code);
        Assert.Throws<InvalidDataException>(() => new SigningKey(weak));
    }

    [Theory]
    [InlineData("rsa-sha384")]
    [InlineData("rsa-sha512")]
    public void Stronger_hashes_are_accepted(string method) =>
        Assert.Null(Samples.RefusalOf(FrameworkSignature.Enveloped(
            Samples.Request, Samples.Partner, signed => Method(signed, More + method), new XmlDsigExcC14NTransform())));

    static void Old(SignedXml signed)
    {
        Method(signed, Ds + "rsa-sha1");
        foreach (Reference reference in signed.SignedInfo?.References ?? []) reference.DigestMethod = Ds + "sha1";
    }

    static void Method(SignedXml signed, string algorithm)
    {
        if (signed.SignedInfo is { } info) info.SignatureMethod = algorithm;
    }
}
