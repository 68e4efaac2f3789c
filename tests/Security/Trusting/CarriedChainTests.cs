using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Pdf;
using Xunit;
using Case = LLTP.Hub.Tests.Security.Trusting.AuthorityCase;

namespace LLTP.Hub.Tests.Security.Trusting;

/// <summary>A partner known by its root alone, signing below an intermediate authority that its messages carry.</summary>
public sealed class CarriedChainTests
{
    static readonly TestAuthority Root = TestAuthority.Root(Case.AuthorityName);
    static readonly TestAuthority Middle = Root.Below("CN=CA cap duoi, O=Ban Co yeu, C=VN");
    static readonly SigningKey Partner = Middle.IssueKey(Case.PartnerName);

    // A chain that was proved once is remembered: every judgement has a trust of its own.
    static Trust Known => Case.TrustIn([Root.Certificate], Root.List([]), accept: true);

    public static TheoryData<string> Kinds => ["enveloped", "any xml", "soap", "jws", "pdf"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_the_intermediate_in_the_message_the_root_is_reached(string kind) => Assert.Equal("", Judge(kind, Middle.Certificate));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_it_nobody_vouches_for_the_signer(string kind) => Assert.Equal("CertificateUnknown", Judge(kind, null));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_certificate_of_nobodys_authority_links_nothing(string kind)
    {
        var rogue = TestAuthority.Root("CN=CA khac").Below(Middle.Certificate.Subject);
        Assert.NotEqual("", Judge(kind, rogue.Certificate));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void The_order_of_the_chain_does_not_matter(bool authorityFirst)
    {
        var text = Xml(Middle.Certificate, authorityFirst);
        Assert.Null(XmlVerifier.VerifyEnveloped(Samples.Xml(text), Known, Case.Now).Refusal);
    }

    [Fact]
    public void A_pinned_root_in_the_message_is_not_taken_for_the_signer()
    {
        var trust = new Trust([Root.Certificate, Middle.Certificate], false, Known.Authorities);
        Assert.Null(XmlVerifier.VerifyEnveloped(Samples.Xml(Xml(Middle.Certificate, true)), trust, Case.Now).Refusal);
    }

    static string Judge(string kind, X509Certificate2? carried) => kind switch
    {
        "enveloped" => $"{XmlVerifier.VerifyEnveloped(Samples.Xml(Xml(carried)), Known, Case.Now).Refusal?.Code}",
        "any xml" => $"{XmlVerifier.Verify(Samples.Xml(Soap(carried)), VerificationPolicy.By(Known), Case.Now).Refusal?.Code}",
        "soap" => $"{WsSecurity.Verify(Samples.Xml(Soap(carried)), Known, Case.Now, Samples.FiveMinutes).Refusal?.Code}",
        "jws" => new JwsVerifier(Known, Samples.FiveMinutes).Verify(Jws(carried), JwsSamples.Body, JwsSamples.Subject, Case.Now).Refusal?.Reason ?? "",
        _ => PdfVerifier.Verify(Pdf(carried), Known, Case.Now).Refusal?.Reason ?? "",
    };

    static string Xml(X509Certificate2? carried, bool authorityFirst = false)
    {
        var text = Encoding.UTF8.GetString(SafeXml.Write(Samples.SignedRequest(Partner)));
        const string Start = "<ds:X509Certificate>", End = "</ds:X509Certificate>";
        var more = carried is null ? "" : $"{Start}{Convert.ToBase64String(carried.RawData)}{End}";
        return authorityFirst
            ? text.Replace(Start, more + Start, StringComparison.Ordinal)
            : text.Replace(End, End + more, StringComparison.Ordinal);
    }

    static string Soap(X509Certificate2? carried)
    {
        var message = new SoapMessage("<a xmlns=\"urn:a\"></a>"u8.ToArray(), "urn:uuid:1", "urn:a:a", null, null);
        var text = Encoding.UTF8.GetString(SoapSigner.Sign(message, Partner, Case.Now, Samples.FiveMinutes).Span);
        if (carried is null) return text;
        var start = text.IndexOf("<wsse:BinarySecurityToken", StringComparison.Ordinal);
        var end = text.IndexOf("</wsse:BinarySecurityToken>", StringComparison.Ordinal);
        var own = text[start..end];
        var token = own[..(own.IndexOf('>') + 1)].Replace("\"token\"", "\"token-2\"", StringComparison.Ordinal)
            + Convert.ToBase64String(carried.RawData) + "</wsse:BinarySecurityToken>";
        return text.Insert(start, token);
    }

    static string Jws(X509Certificate2? carried)
    {
        var header = JwsSamples.Header("ES256");
        header["kid"] = JwsSigner.KeyIdOf(Partner.Certificate.RawData);
        X509Certificate2[] chain = carried is null ? [Partner.Certificate] : [Partner.Certificate, carried];
        header["x5c"] = new JsonArray([.. chain.Select(one => JsonValue.Create(Convert.ToBase64String(one.RawData)))]);
        var encoded = JwsSamples.Encode(Encoding.UTF8.GetBytes(header.ToJsonString()));
        var signed = Encoding.ASCII.GetBytes($"{encoded}.{JwsSamples.Encode(JwsSamples.Body)}");
        return $"{encoded}..{JwsSamples.Encode(Partner.Sign(SHA256.HashData(signed), SignatureAlgorithm.EcdsaSha256))}";
    }

    static byte[] Pdf(X509Certificate2? carried) => PdfFile.Plain().Signed(new PdfCms
    {
        Key = Partner.Certificate, Finish = cms => { if (carried is not null) cms.AddCertificate(carried); },
    }).Bytes;
}
