using System.Text;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Content changed by one who also mends every digest: only the signature over SignedInfo can tell, and does.</summary>
public sealed class RepairedDigestTests
{
    [Theory]
    [InlineData("//*[local-name()='Ma']")]
    [InlineData("//@loai")]
    [InlineData("//*[local-name()='SigningTime']")]
    [InlineData("//*[local-name()='MimeType']")]
    public void A_changed_document_is_refused(string path)
    {
        var document = Document();
        Change(document, path);
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(Attacker.RepairDigests(document)));
        Assert.Equal(SignatureRefusalCode.Tampered, XmlVerifier.Verify(document, VerificationPolicy.By(Samples.Trusted), Samples.Now).Refusal?.Code);
    }

    [Theory]
    [InlineData("//*[local-name()='ma']")]
    [InlineData("//*[local-name()='Created']")]
    [InlineData("//*[local-name()='Expires']")]
    [InlineData("//*[local-name()='MessageID']")]
    [InlineData("//*[local-name()='RelatesTo']")]
    [InlineData("//@*[namespace-uri()='urn:la']")]
    public void A_changed_message_is_refused(string path)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Change(envelope, path);
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.SoapRefusalOf(envelope));
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.SoapRefusalOf(Attacker.RepairDigests(envelope)));
    }

    [Fact]
    public void Repairing_an_unchanged_message_changes_nothing()
    {
        Assert.Null(Samples.RefusalOf(Attacker.RepairDigests(Document())));
        Assert.Null(Samples.SoapRefusalOf(Attacker.RepairDigests(Samples.SignedEnvelope(Samples.Partner))));
    }

    [Theory]
    [InlineData("Reference", "Type", "urn:la")]
    [InlineData("Reference", "Id", "la")]
    [InlineData("SignedInfo", "Id", "la")]
    public void Any_addition_to_the_signed_information_is_refused(string element, string attribute, string value)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.First(envelope, element).SetAttribute(attribute, value);
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void A_reference_cannot_be_turned_to_something_else_that_may_be_signed()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        string token = Samples.First(envelope, "BinarySecurityToken").GetAttribute("Id", Samples.Wsu);
        Attacker.Elements(envelope, "//*[local-name()='Reference'][*]")[^1].SetAttribute("URI", "#" + token);
        Attacker.RepairDigests(envelope);
        Assert.Equal(SignatureRefusalCode.NotSigned, Samples.SoapRefusalOf(envelope));
        var bodyOnly = WsSecurity.Verify(envelope, Samples.Trusted, Samples.Now, Samples.FiveMinutes, MustSign.BodyOnly);
        Assert.Equal(SignatureRefusalCode.Tampered, bodyOnly.Refusal?.Code);
    }

    static void Change(XmlDocument document, string path)
    {
        var node = document.SelectSingleNode(path);
        Assert.NotNull(node);
        node.InnerText = "2026-11-21T01:00:59.000Z";
    }

    static XmlDocument Document() => Samples.Xml(Encoding.UTF8.GetString(
        DocumentSigner.Sign(Samples.Octets(Samples.Xml(Samples.Request), CanonicalForm.Plain), "yc-1", Samples.Partner, Samples.Now)));
}
