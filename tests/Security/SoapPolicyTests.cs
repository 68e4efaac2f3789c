using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class SoapPolicyTests
{
    const string Unknown = "<x:Giao xmlns:x='urn:x' s:mustUnderstand='1'/>";

    static readonly Trust Trusted = new([Samples.Partner.Certificate], allowDevelopment: false);

    [Theory]
    [InlineData(MustSign.BodyTimestampAddressing, "Body Timestamp MessageID", null)]
    [InlineData(MustSign.BodyTimestampAddressing, "Body Timestamp", SignatureRefusalCode.NotSigned)]
    [InlineData(MustSign.BodyTimestampAddressing, "Body MessageID", SignatureRefusalCode.NotSigned)]
    [InlineData(MustSign.BodyAndTimestamp, "Body Timestamp", null)]
    [InlineData(MustSign.BodyAndTimestamp, "Body", SignatureRefusalCode.NotSigned)]
    [InlineData(MustSign.BodyOnly, "Body", null)]
    [InlineData(MustSign.BodyOnly, "Timestamp MessageID", SignatureRefusalCode.NotSigned)]
    public void The_policy_says_what_must_be_signed(MustSign sign, string parts, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Verify(Signed(parts), sign).Refusal?.Code);

    [Theory]
    [InlineData(MustSign.BodyTimestampAddressing, SignatureRefusalCode.TimestampMissing)]
    [InlineData(MustSign.BodyAndTimestamp, SignatureRefusalCode.TimestampMissing)]
    [InlineData(MustSign.BodyOnly, null)]
    public void Without_timestamp_only_the_weakest_policy_holds(MustSign sign, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Verify(Signed("Body MessageID", timestamp: false), sign).Refusal?.Code);

    [Fact]
    public void An_address_that_was_not_signed_is_good_for_relating_an_answer_and_for_nothing_else()
    {
        var verified = Verify(Signed("Body"), MustSign.BodyOnly);

        Assert.Equal((null, "urn:uuid:1"), (verified.MessageId, verified.AnswerTo));
    }

    [Fact]
    public void A_timestamp_that_was_not_signed_is_judged_all_the_same() => Assert.Equal(
        SignatureRefusalCode.TimestampExpired,
        WsSecurity.Verify(Signed("Body"), Trusted, Samples.Now.AddMinutes(6), Samples.FiveMinutes, MustSign.BodyOnly).Refusal?.Code);

    [Fact]
    public void An_enveloped_signature_transform_in_every_reference_changes_nothing() => Assert.Null(Verify(SoapMessages.Signed(
        Samples.Partner.Certificate, SoapMessages.Embedded(Samples.Partner.Certificate), ["Body", "Timestamp", "MessageID"], enveloped: true)).Refusal);

    [Theory]
    [InlineData(Unknown, SignatureRefusalCode.HeaderNotUnderstood)]
    [InlineData("<x:Giao xmlns:x='urn:x' s:mustUnderstand='1' s:actor='http://schemas.xmlsoap.org/soap/actor/next'/>", SignatureRefusalCode.HeaderNotUnderstood)]
    [InlineData("<x:Giao xmlns:x='urn:x' s:mustUnderstand='1' s:actor='urn:khac'/>", null)]
    [InlineData("<x:Giao xmlns:x='urn:x' s:mustUnderstand='0'/><y:Khac xmlns:y='urn:y'/>", null)]
    public void A_header_for_this_hub_that_must_be_understood_is_known_or_refused(string header, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Verify(Signed("Body Timestamp MessageID", header)).Refusal?.Code);

    [Fact]
    public void An_envelope_of_another_version_is_told_apart() => Assert.Equal(SignatureRefusalCode.SoapVersion, Verify(Samples.Xml(
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><a/></e:Body></e:Envelope>")).Refusal?.Code);

    [Theory]
    [InlineData(MustSign.BodyTimestampAddressing, 1, 1), InlineData(MustSign.BodyAndTimestamp, 1, 0), InlineData(MustSign.BodyOnly, 0, 0)]
    public void The_published_policy_asks_for_what_is_asked_for(MustSign sign, int timestamps, int headers)
    {
        var document = Samples.Xml(SoapPolicy.Document(sign));

        Assert.Equal((1, timestamps, headers), (Count(document, "Body"), Count(document, "IncludeTimestamp"), Count(document, "Header")));
    }

    static XmlDocument Signed(string parts, string header = "", bool timestamp = true) => SoapMessages.Signed(
        Samples.Partner.Certificate, SoapMessages.Embedded(Samples.Partner.Certificate), parts.Split(' '), header: header, timestamp: timestamp);

    static SoapVerification Verify(XmlDocument envelope, MustSign sign = MustSign.BodyTimestampAddressing) =>
        WsSecurity.Verify(envelope, Trusted, Samples.Now, Samples.FiveMinutes, sign);

    static int Count(XmlDocument document, string name) => document.GetElementsByTagName($"sp:{name}").Count;
}
