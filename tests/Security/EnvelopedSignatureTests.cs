using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class EnvelopedSignatureTests
{
    [Theory]
    [InlineData(Samples.Request)]
    [InlineData("<a><b>1</b></a>")]
    public void A_signed_document_is_verified_and_its_very_root_is_handed_over(string text)
    {
        var document = Samples.SignedRequest(Samples.Partner, text);
        var verification = XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now);
        Assert.True(verification.IsVerified);
        Assert.Same(document.DocumentElement, verification.Element);
        Assert.Same(Samples.Partner.Certificate, verification.Signer);
    }

    [Theory]
    [InlineData("//*[local-name()='Ma']")]
    [InlineData("//@loai")]
    [InlineData("//*[local-name()='DigestValue']")]
    [InlineData("//*[local-name()='SignatureValue']")]
    public void Any_changed_part_is_tampering(string path)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var node = document.SelectSingleNode(path);
        Assert.NotNull(node);
        node.InnerText = Convert.ToBase64String(new byte[32]);
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_child_added_to_the_signed_root_is_tampering()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.RootOf(document).PrependChild(document.CreateElement("Them"));
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_document_without_signature_is_refused() =>
        Assert.Equal(SignatureRefusalCode.SignatureMissing, Samples.RefusalOf(Samples.Xml(Samples.Request)));

    [Fact]
    public void A_signature_deeper_than_under_the_root_does_not_count()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "Ma").AppendChild(Samples.First(document, "Signature"));
        Assert.Equal(SignatureRefusalCode.SignatureMissing, Samples.RefusalOf(document));
    }

    [Fact]
    public void Two_signatures_are_refused()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.RootOf(document).AppendChild(Samples.First(document, "Signature").CloneNode(deep: true));
        Assert.Equal(SignatureRefusalCode.SignatureCount, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_signed_root_wrapped_into_another_document_is_refused()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var original = Samples.RootOf(document);
        var forged = (XmlElement)original.CloneNode(deep: false);
        forged.SetAttribute("Id", "khac");
        var signature = Samples.First(document, "Signature");
        document.ReplaceChild(forged, original);
        forged.AppendChild(original);
        forged.AppendChild(signature);
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.RefusalOf(document));
    }

    [Theory]
    [InlineData("Id")]
    [InlineData("ID")]
    [InlineData("id")]
    [InlineData("xml:id")]
    public void An_identifier_on_two_elements_is_refused(string attribute)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "Ma").SetAttribute(attribute, "yc-1");
        if (attribute == "xml:id") document = Samples.Sent(document);
        Assert.Equal(SignatureRefusalCode.DuplicateId, Samples.RefusalOf(document));
    }

    [Fact]
    public void A_signer_whose_certificate_is_not_pinned_is_refused() =>
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Samples.RefusalOf(Samples.SignedRequest(Samples.Stranger)));

    [Fact]
    public void A_stranger_who_shows_the_certificate_of_the_partner_is_refused()
    {
        var document = Samples.SignedRequest(Samples.Stranger);
        Samples.First(document, "X509Certificate").InnerText = Convert.ToBase64String(Samples.Partner.Certificate.RawData);
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
    }

    [Theory]
    [InlineData(-2, SignatureRefusalCode.CertificateNotYetValid)]
    [InlineData(31, SignatureRefusalCode.CertificateExpired)]
    public void A_certificate_outside_its_time_is_refused(int days, SignatureRefusalCode expected)
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var verification = XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now.AddDays(days));
        Assert.Equal(expected, verification.Refusal?.Code);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, SignatureRefusalCode.DevelopmentCertificate)]
    public void A_development_certificate_counts_only_in_development(bool allowed, SignatureRefusalCode? expected)
    {
        var trust = new Trust([Samples.Development.Certificate], allowed);
        var document = Samples.SignedRequest(Samples.Development);
        Assert.Equal(expected, XmlVerifier.VerifyEnveloped(document, trust, Samples.Now).Refusal?.Code);
    }

    [Fact]
    public void Anything_but_signature_markup_in_the_key_information_is_refused()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        Samples.First(document, "X509Data").AppendChild(document.CreateElement("ycx", "Ma", "urn:mau"));
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Samples.RefusalOf(document));
    }

    [Fact]
    public void An_object_inside_the_signature_is_refused()
    {
        var document = Samples.SignedRequest(Samples.Partner);
        var signature = Samples.First(document, "Signature");
        signature.AppendChild(document.CreateElement("ds", "Object", signature.NamespaceURI));
        Assert.Equal(SignatureRefusalCode.SignatureMalformed, Samples.RefusalOf(document));
    }
}
