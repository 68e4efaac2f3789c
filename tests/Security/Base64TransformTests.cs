using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>
/// The base64 transform takes the text of a node, whatever stands in between (XML-DSig 1.1, section 6.6.2); so does xmlsec1. The framework
/// takes nothing at all once a comment or CDATA section is among the text: its signature is one over no octets, and it calls that valid.
/// </summary>
public sealed class Base64TransformTests
{
    [Theory]
    [InlineData("QUJD"), InlineData("QU<c y='2'/>JD"), InlineData(" QU\n<c>J</c>D "), InlineData("QU<?p q?>JD"), InlineData("QU&#13;JD")]
    public void What_the_framework_signed_is_handed_out_as_octets(string content)
    {
        var part = Assert.Single(Verify(ByFramework(content)).Parts);
        Assert.Null(part.Element);
        Assert.Equal("ABC"u8.ToArray(), part.Octets?.ToArray());
    }

    [Theory]
    [InlineData("QU<!-- x -->JD"), InlineData("QU<![CDATA[JD]]>")]
    public void The_empty_octets_that_the_framework_signs_at_a_comment_are_not_taken_for_the_text(string content)
    {
        var document = ByFramework(content);
        Assert.Equal(Convert.ToBase64String(SHA256.HashData([])), Samples.First(document, "DigestValue").InnerText);
        Assert.True(FrameworkSignature.Accepts(document, Samples.Partner.Certificate));
        Assert.Equal(SignatureRefusalCode.Tampered, Verify(document).Refusal?.Code);
        Samples.First(document, "b").InnerXml = "RGF<!-- x -->=";
        Assert.True(FrameworkSignature.Accepts(document, Samples.Partner.Certificate));
    }

    static XmlVerification Verify(XmlDocument document) => XmlVerifier.Verify(document, VerificationPolicy.By(Samples.Trusted), Samples.Now);

    static XmlDocument ByFramework(string content)
    {
        var document = Samples.Xml($"<a><b Id='x'>{content}</b></a>");
        var signed = new FrameworkSignature(document) { SigningKey = Samples.Partner.Certificate.GetRSAPrivateKey() };
        signed.Prepare(SignedXml.XmlDsigExcC14NTransformUrl);
        signed.Refer("#x", new XmlDsigBase64Transform());
        signed.KeyInfo.AddClause(new KeyInfoX509Data(Samples.Partner.Certificate));
        signed.ComputeSignature();
        Samples.RootOf(document).AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return Samples.Sent(document);
    }
}
