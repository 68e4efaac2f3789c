using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Signature wrapping in SOAP: the signed part is kept somewhere in the message, a forged one stands in its place.</summary>
public sealed class SoapWrappingTests
{
    public static TheoryData<string, string, SignatureRefusalCode> Shapes
    {
        get
        {
            var shapes = new TheoryData<string, string, SignatureRefusalCode>();
            foreach (string id in (string[])["other", "none", "foreign", "same", "plain"])
            {
                var expected = id is "same" or "plain" ? SignatureRefusalCode.DuplicateId : SignatureRefusalCode.ReferenceNotAllowed;
                foreach (string place in (string[])["Header", "Security", "BinarySecurityToken", "Timestamp", "traTrangThaiHs"]) shapes.Add(place, id, expected);
                shapes.Add("Object", id, id is "same" or "plain" ? SignatureRefusalCode.DuplicateId : SignatureRefusalCode.SignatureMalformed);
                shapes.Add("KeyInfo", id, expected);
                shapes.Add("Envelope", id, SignatureRefusalCode.EnvelopeNotAllowed);
            }
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_body_kept_elsewhere_vouches_for_no_other(string place, string id, SignatureRefusalCode expected)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var original = Forge(Samples.First(envelope, "Body"), id);
        var wrapper = envelope.CreateElement("Boc");
        wrapper.AppendChild(original);
        if (place == "Envelope") Samples.RootOf(envelope).AppendChild(wrapper);
        else if (place == "Object") Samples.First(envelope, "Signature").AppendChild(InObject(envelope, original));
        else Samples.First(envelope, place).AppendChild(wrapper);
        Refused(expected, envelope);
        Refused(expected, Attacker.RepairDigests(envelope));
    }

    [Theory]
    [InlineData("Timestamp", "Header", SignatureRefusalCode.ReferenceNotAllowed)]
    [InlineData("Timestamp", "Security", SignatureRefusalCode.ReferenceNotAllowed)]
    [InlineData("Timestamp", "traTrangThaiHs", SignatureRefusalCode.ReferenceNotAllowed)]
    [InlineData("MessageID", "Header", SignatureRefusalCode.ReferenceNotAllowed)]
    [InlineData("MessageID", "Security", SignatureRefusalCode.ReferenceNotAllowed)]
    [InlineData("Action", "Header", SignatureRefusalCode.ReferenceNotAllowed)]
    public void A_signed_header_kept_elsewhere_vouches_for_no_other(string part, string place, SignatureRefusalCode expected)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var original = Forge(Samples.First(envelope, part), "other");
        var wrapper = envelope.CreateElement("Boc");
        wrapper.AppendChild(original);
        Samples.First(envelope, place).AppendChild(wrapper);
        Refused(expected, envelope);
    }

    [Theory]
    [InlineData("Timestamp", SignatureRefusalCode.TimestampMissing)]
    [InlineData("MessageID", SignatureRefusalCode.EnvelopeNotAllowed)]
    [InlineData("Body", SignatureRefusalCode.EnvelopeNotAllowed)]
    public void A_forged_part_before_or_behind_the_signed_one_is_refused(string part, SignatureRefusalCode expected)
    {
        foreach (bool before in (bool[])[true, false])
        {
            var envelope = Samples.SignedEnvelope(Samples.Partner);
            var signed = Samples.First(envelope, part);
            var forged = (XmlElement)signed.CloneNode(deep: true);
            forged.RemoveAttribute("Id", Samples.Wsu);
            if (before) signed.ParentNode?.InsertBefore(forged, signed);
            else signed.ParentNode?.InsertAfter(forged, signed);
            Refused(expected, envelope);
        }
    }

    [Theory]
    [InlineData("Security")]
    [InlineData("Header")]
    [InlineData("Body")]
    public void A_second_signature_of_whoever_it_is_makes_the_message_refused(string place)
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var stranger = Samples.First(Samples.SignedEnvelope(Samples.Stranger), "Signature");
        Samples.First(envelope, place).PrependChild(envelope.ImportNode(stranger, deep: true));
        Refused(SignatureRefusalCode.SignatureCount, envelope);
    }

    [Fact]
    public void The_signed_security_header_of_another_receiver_is_refused_beside_a_forged_one()
    {
        var envelope = Samples.SignedEnvelope(Samples.Partner);
        var security = Samples.First(envelope, "Security");
        security.SetAttribute("actor", "http://schemas.xmlsoap.org/soap/envelope/", "urn:la");
        security.ParentNode?.AppendChild(envelope.ImportNode(Samples.First(Samples.SignedEnvelope(Samples.Stranger), "Security"), deep: true));
        Refused(SignatureRefusalCode.SignatureCount, envelope);
    }

    [Fact]
    public void A_message_around_a_signed_message_is_refused()
    {
        var inner = Samples.SignedEnvelope(Samples.Partner);
        var outer = Samples.Xml(Samples.Envelope);
        Samples.First(outer, "Body").AppendChild(outer.ImportNode(Samples.RootOf(inner), deep: true));
        Refused(SignatureRefusalCode.SignatureMissing, outer);
    }

    /// <summary>Puts a forged copy where the signed part stands.</summary>
    static XmlElement Forge(XmlElement original, string id)
    {
        var forged = (XmlElement)original.CloneNode(deep: true);
        string own = original.GetAttribute("Id", Samples.Wsu);
        if (id != "same") forged.RemoveAttribute("Id", Samples.Wsu);
        if (id == "other") forged.SetAttribute("Id", Samples.Wsu, "id-khac");
        if (id == "foreign") forged.SetAttribute("Id", "urn:la", own);
        if (id == "plain") forged.SetAttribute("ID", own);
        if (forged.SelectSingleNode("descendant::*[local-name()='ma']") is { } number) number.InnerText = "A-9";
        original.ParentNode?.ReplaceChild(forged, original);
        return original;
    }

    static XmlElement InObject(XmlDocument envelope, XmlElement original)
    {
        var place = envelope.CreateElement("ds", "Object", "http://www.w3.org/2000/09/xmldsig#");
        place.AppendChild(original);
        return place;
    }

    static void Refused(SignatureRefusalCode expected, XmlDocument envelope)
    {
        var verification = WsSecurity.Verify(Samples.Sent(envelope), Samples.Trusted, Samples.Now, Samples.FiveMinutes);
        Assert.Equal((expected, null, null), (verification.Refusal?.Code ?? default, verification.Element, verification.MessageId));
    }
}
