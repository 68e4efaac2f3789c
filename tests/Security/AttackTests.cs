using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Published attacks on XML signatures: none gets anything but the signed element, and each is refused for its own reason.</summary>
public sealed class AttackTests
{
    static readonly VerificationPolicy Policy = VerificationPolicy.By(Samples.Trusted);

    [Theory]
    [InlineData("ds:Object")]
    [InlineData("Boc")]
    public void A_signed_root_hidden_in_the_signature_or_beside_it_does_not_vouch_for_another(string wrapper)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var original = Samples.RootOf(document);
        var signature = Samples.First(document, "Signature");
        var forged = (XmlElement)original.CloneNode(deep: false);
        forged.SetAttribute("Id", "khac");
        document.ReplaceChild(forged, original);
        forged.AppendChild(signature);
        var place = wrapper == "Boc" ? document.CreateElement("Boc") : document.CreateElement("ds", "Object", signature.NamespaceURI);
        (wrapper == "Boc" ? forged : signature).AppendChild(place);
        place.AppendChild(original);
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.RefusalOf(document));
        var general = XmlVerifier.Verify(document, Policy, Samples.Now);
        Assert.Null(general.Refusal);
        Assert.Same(original, Assert.Single(general.Parts).Element);
        Assert.Same(original, general.Element("YeuCau"));
        Samples.First(document, "Ma").InnerText = "A-9";
        Assert.Equal(SignatureRefusalCode.Tampered, XmlVerifier.Verify(Attacker.RepairDigests(document), Policy, Samples.Now).Refusal?.Code);
    }

    [Fact]
    public void An_identifier_in_a_foreign_namespace_identifies_nothing()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var root = Samples.RootOf(document);
        root.RemoveAttribute("Id");
        root.SetAttribute("Id", "urn:la", "yc-1");
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.RefusalOf(document));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("file")]
    public async Task An_outside_reference_is_refused_and_never_fetched(string scheme)
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        int port = ((IPEndPoint)canary.LocalEndpoint).Port;
        string uri = scheme == "http" ? $"http://127.0.0.1:{port}/x" : "file:///etc/hostname";
        var reference = Samples.SignedRequest(Samples.Partner);
        Samples.First(reference, "Reference").SetAttribute("URI", uri);
        var refusal = XmlVerifier.Verify(reference, Policy, Samples.Now).Refusal;
        Assert.Equal((SignatureRefusalCode.ReferenceNotAllowed, true), (refusal?.Code, refusal?.Sentence.Contains("outside", StringComparison.Ordinal)));

        var key = Samples.SignedRequest(Samples.Partner);
        Samples.First(key, "KeyInfo").InnerXml = $"<RetrievalMethod xmlns='{SignedXml.XmlDsigNamespaceUrl}' URI='{uri}'/>";
        refusal = XmlVerifier.Verify(key, Policy, Samples.Now).Refusal;
        Assert.Contains("RetrievalMethod", refusal?.Sentence);
        await Task.Delay(50);
        Assert.False(canary.Pending());
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        string bomb = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>";
        Assert.Equal(XmlRefusalCode.DtdForbidden, SafeXml.Read(Encoding.UTF8.GetBytes(bomb), XmlLimits.Default).Refusal?.Code);
    }

    [Fact]
    public void A_key_of_the_attacker_in_the_key_information_convinces_nobody()
    {
        var document = Samples.SignedRequest(Samples.Stranger);
        using var key = Samples.Stranger.Certificate.GetRSAPublicKey();
        var info = Samples.First(document, "KeyInfo");
        info.InnerXml = new RSAKeyValue(Assert.IsAssignableFrom<RSA>(key)).GetXml().OuterXml;
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Samples.RefusalOf(document));
        info.InnerXml += $"<X509Data xmlns='{info.NamespaceURI}'><X509Certificate>{Convert.ToBase64String(Samples.Partner.Certificate.RawData)}</X509Certificate></X509Data>";
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
    }

    [Theory]
    [InlineData("Id")]
    [InlineData("ID")]
    [InlineData("id")]
    public void A_moved_signature_value_or_second_reference_is_refused(string attribute)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "SignatureValue").SetAttribute(attribute, "v");
        Samples.First(document, "Reference").SetAttribute("URI", "#v");
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, XmlVerifier.Verify(document, Policy, Samples.Now).Refusal?.Code);
    }
}
