using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class WsSecurityTests
{
    [Fact]
    public void A_signed_message_gives_its_body_element_and_its_addresses()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var verification = WsSecurity.Verify(envelope, Samples.Trusted, Samples.Now, Samples.FiveMinutes);
        Assert.True(verification.IsVerified);
        Assert.Same(Samples.First(envelope, "traTrangThaiHs"), verification.Element);
        Assert.Equal(("urn:uuid:1", "traTrangThaiHs", "urn:uuid:0"), (verification.MessageId, verification.Action, verification.RelatesTo));
        Assert.Null(verification.To);
    }

    [Theory]
    [InlineData("<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><a/></e:Body></e:Envelope>")]
    [InlineData("<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Header/><Body><a xmlns=''/></Body></Envelope>")]
    public void An_envelope_without_addresses_is_signed_and_verified_too(string text) =>
        Assert.Null(Samples.SoapRefusalOf(Samples.SignedEnvelope(Samples.Partner, text)));

    [Fact]
    public void The_security_header_must_be_understood() =>
        Assert.Equal("1", Samples.First(Samples.SignedEnvelope(Samples.Partner), "Security")
            .GetAttribute("mustUnderstand", "http://schemas.xmlsoap.org/soap/envelope/"));

    [Theory]
    [InlineData("ma")]
    [InlineData("Created")]
    [InlineData("Expires")]
    [InlineData("MessageID")]
    [InlineData("Action")]
    [InlineData("RelatesTo")]
    public void A_changed_part_is_tampering(string element)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.First(envelope, element).InnerText = "2026-11-21T01:00:59.000Z";
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void A_signed_body_moved_into_the_header_does_not_vouch_for_another_body()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var original = Samples.First(envelope, "Body");
        var forged = (XmlElement)original.CloneNode(deep: true);
        forged.SetAttribute("Id", Samples.Wsu, "id-khac");
        original.ParentNode?.ReplaceChild(forged, original);
        var wrapper = envelope.CreateElement("Boc");
        wrapper.AppendChild(original);
        Samples.First(envelope, "Header").AppendChild(wrapper);
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void A_second_body_is_refused()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.RootOf(envelope).AppendChild(envelope.ImportNode(Samples.First(Samples.Xml(Samples.Envelope), "Body"), deep: true));
        Assert.Equal(SignatureRefusalCode.EnvelopeNotAllowed, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void An_identifier_on_two_elements_is_refused()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        string id = Samples.First(envelope, "Body").GetAttribute("Id", Samples.Wsu);
        Samples.First(envelope, "ma").SetAttribute("Id", Samples.Wsu, id);
        Assert.Equal(SignatureRefusalCode.DuplicateId, Samples.SoapRefusalOf(envelope));
    }

    [Theory]
    [InlineData("Signature")]
    [InlineData("Security")]
    public void Two_signatures_or_security_headers_are_refused(string element)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var first = Samples.First(envelope, element);
        first.ParentNode?.AppendChild(first.CloneNode(deep: true));
        Assert.Equal(SignatureRefusalCode.SignatureCount, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void A_part_referred_to_twice_is_refused()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var reference = Samples.First(envelope, "Reference");
        reference.ParentNode?.AppendChild(reference.CloneNode(deep: true));
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.SoapRefusalOf(envelope));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<mot/><hai/>")]
    public void A_body_with_none_or_two_elements_is_refused(string content)
    {
        string text = $"<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>{content}</e:Body></e:Envelope>";
        Assert.Equal(SignatureRefusalCode.EnvelopeNotAllowed, Samples.SoapRefusalOf(Samples.SignedEnvelope(Samples.Partner, text)));
    }

    [Fact]
    public void A_signature_outside_the_security_header_does_not_count()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.First(envelope, "Header").AppendChild(Samples.First(envelope, "Signature"));
        Assert.Equal(SignatureRefusalCode.SignatureMissing, Samples.SoapRefusalOf(envelope));
    }

    [Theory]
    [InlineData("BinarySecurityToken", "ValueType", "urn:saml", SignatureRefusalCode.TokenNotAllowed)]
    [InlineData("BinarySecurityToken", "EncodingType", "urn:hex", SignatureRefusalCode.TokenNotAllowed)]
    [InlineData("SecurityTokenReference", "URI", "#la", SignatureRefusalCode.TokenUnavailable)]
    public void A_token_that_is_not_the_certificate_referred_to_is_refused(
        string element, string attribute, string value, SignatureRefusalCode expected)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.First(envelope, "SecurityTokenReference").SetAttribute("Id", "la");
        var changed = Samples.First(envelope, element);
        (attribute == "URI" ? (XmlElement?)changed.FirstChild : changed)?.SetAttribute(attribute, value);
        Assert.Equal(expected, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void An_unsigned_message_is_refused() =>
        Assert.Equal(SignatureRefusalCode.SignatureMissing, Samples.SoapRefusalOf(Samples.Xml(Samples.Envelope)));

    [Fact]
    public void An_address_added_after_signing_is_refused()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        Samples.First(envelope, "Header").AppendChild(envelope.CreateElement("wsa", "To", Samples.Addressing));
        Assert.Equal(SignatureRefusalCode.NotSigned, Samples.SoapRefusalOf(envelope));
    }

    [Fact]
    public void Two_message_identifiers_are_refused()
    {
        var envelope = Samples.Xml(Samples.Envelope);
        Samples.First(envelope, "Header").AppendChild(Samples.First(envelope, "MessageID").CloneNode(deep: true));
        Assert.Equal(SignatureRefusalCode.EnvelopeNotAllowed, Samples.SoapRefusalOf(envelope));
    }

    [Theory]
    [InlineData("wsu:Timestamp", SignatureRefusalCode.TimestampMissing)]
    [InlineData("wsse:BinarySecurityToken", SignatureRefusalCode.TokenUnavailable)]
    [InlineData("ds:Signature", SignatureRefusalCode.SignatureMissing)]
    [InlineData("ds:Reference", SignatureRefusalCode.NotSigned)]
    [InlineData("ds:KeyInfo", SignatureRefusalCode.SignatureMalformed)]
    public void A_message_that_lacks_a_part_is_refused(string name, SignatureRefusalCode expected)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var part = Samples.First(envelope, name.Split(':')[1]);
        part.ParentNode?.RemoveChild(part);
        Assert.Equal(expected, Samples.SoapRefusalOf(envelope));
    }

    [Theory]
    [InlineData(299, null)]
    [InlineData(300, SignatureRefusalCode.TimestampExpired)]
    [InlineData(-300, null)]
    [InlineData(-301, SignatureRefusalCode.TimestampExpired)]
    public void A_message_counts_only_inside_the_window(int seconds, SignatureRefusalCode? expected)
    {
        var at = Samples.Now.AddSeconds(seconds);
        var verification = WsSecurity.Verify(Samples.SignedEnvelope(Samples.Partner), Samples.Trusted, at, Samples.FiveMinutes);
        Assert.Equal(expected, verification.Refusal?.Code);
    }

    [Fact]
    public void A_long_lifetime_does_not_widen_the_window()
    {
        var envelope = Samples.Xml(Samples.Envelope);
        EnvelopeSigner.Sign(envelope, Samples.Partner, Samples.Now, TimeSpan.FromDays(1));
        var verification = WsSecurity.Verify(envelope, Samples.Trusted, Samples.Now.AddMinutes(6), Samples.FiveMinutes);
        Assert.Equal(SignatureRefusalCode.TimestampExpired, verification.Refusal?.Code);
    }

    [Fact]
    public void A_signer_whose_certificate_is_not_pinned_is_refused() =>
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Samples.SoapRefusalOf(Samples.SignedEnvelope(Samples.Stranger)));

    [Fact]
    public void A_signature_cannot_be_reused_for_another_message()
    {
        var (first, second) = (Samples.SignedEnvelope(Samples.Partner), Samples.SignedEnvelope(Samples.Partner));
        var security = Samples.First(second, "Security");
        security.ParentNode?.ReplaceChild(second.ImportNode(Samples.First(first, "Security"), deep: true), security);
        Assert.Equal(SignatureRefusalCode.ReferenceNotAllowed, Samples.SoapRefusalOf(second));
    }

    [Fact]
    public void A_body_of_five_megabytes_is_signed_and_verified()
    {
        string text = Samples.Envelope.Replace("A-2", Convert.ToBase64String(new byte[5 * 1024 * 1024]), StringComparison.Ordinal);
        Assert.Null(Samples.SoapRefusalOf(Samples.SignedEnvelope(Samples.Partner, text)));
    }
}
