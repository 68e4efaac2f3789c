using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;
using Case = LLTP.Hub.Tests.Security.Trusting.AuthorityCase;

namespace LLTP.Hub.Tests.Security.Trusting;

/// <summary>Certificates that an attacker, or a careless partner, may show where an authority is trusted.</summary>
public sealed class AuthorityTests
{
    readonly Case good = new();

    [Fact]
    public void What_the_authority_issued_is_believed() => Assert.Null(Case.Judge(good.Trust(), good.Partner));

    [Fact]
    public void A_chain_is_believed_again_and_again_and_still_ends_with_its_time()
    {
        var trust = good.Trust(accept: true);
        Assert.Null(Case.Judge(trust, good.Partner));
        Assert.Null(Case.Judge(trust, good.Partner));
        Assert.Equal(SignatureRefusalCode.CertificateExpired, Case.Judge(trust, good.Partner, Case.Now.AddDays(91)));
    }

    [Fact]
    public void A_self_made_certificate_in_the_partners_name_is_refused() =>
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Case.Judge(good.Trust(), Samples.KeyOf(Case.PartnerName, 2048)));

    [Fact]
    public void A_self_made_certificate_in_the_authoritys_name_is_refused() =>
        Assert.Equal(SignatureRefusalCode.CertificateForged, Case.Judge(good.Trust(), Samples.KeyOf(Case.AuthorityName, 2048)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rogue_authority_of_the_same_name_is_refused(bool namesItsKey)
    {
        var rogue = TestAuthority.Root(Case.AuthorityName);
        using var forged = rogue.IssueKey(Case.PartnerName, new() { NamesIssuerKey = namesItsKey });
        Assert.Equal(SignatureRefusalCode.CertificateForged, Case.Judge(good.Trust(), forged));
        var withIssuer = good.Trust().Judge(forged.Certificate, [rogue.Certificate], CertificatePurpose.Signature, Case.Now);
        Assert.Equal(SignatureRefusalCode.CertificateForged, withIssuer?.Code);
    }

    [Fact]
    public void A_chain_to_a_root_that_only_the_message_brings_is_refused()
    {
        var stranger = TestAuthority.Root("CN=CA la");
        using var partner = stranger.Issue(Case.PartnerName);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown,
            good.Trust().Judge(partner, [stranger.Certificate], CertificatePurpose.Signature, Case.Now)?.Code);
    }

    [Theory]
    [InlineData(-2, SignatureRefusalCode.CertificateNotYetValid)]
    [InlineData(91, SignatureRefusalCode.CertificateExpired)]
    public void A_certificate_counts_only_in_its_time(int days, SignatureRefusalCode expected) =>
        Assert.Equal(expected, Case.Judge(good.Trust(accept: true), good.Partner, Case.Now.AddDays(days)));

    [Fact]
    public void An_authority_that_has_expired_vouches_for_nobody()
    {
        var expired = new Case(new() { IsAuthority = true, Usage = TestAuthority.Authority, Until = Case.Now.AddDays(1) });
        Assert.Null(Case.Judge(expired.Trust(), expired.Partner));
        Assert.Equal(SignatureRefusalCode.AuthorityNotAllowed, Case.Judge(expired.Trust(), expired.Partner, Case.Now.AddDays(2)));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign)]
    [InlineData(X509KeyUsageFlags.DigitalSignature)]
    [InlineData(null)]
    public void The_holder_of_a_certificate_cannot_issue_another(X509KeyUsageFlags? usage)
    {
        var leaf = new TestAuthority(good.Root.Issue("CN=Nguoi khac, O=Bo Tu phap, C=VN", new() { Usage = usage }));
        using var forged = leaf.Issue(Case.PartnerName);
        Assert.Equal(SignatureRefusalCode.AuthorityNotAllowed,
            good.Trust().Judge(forged, [leaf.Certificate], CertificatePurpose.Signature, Case.Now)?.Code);
    }

    [Fact]
    public void An_authority_does_not_sign_messages()
    {
        using var below = new SigningKey(good.Root.Below("CN=CA cap duoi").Certificate);
        Assert.Equal(SignatureRefusalCode.SignerIsAuthority, Case.Judge(good.Trust(), below));
        using var root = new SigningKey(good.Root.Certificate);
        Assert.Equal(SignatureRefusalCode.SignerIsAuthority, Case.Judge(good.Trust(), root));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, SignatureRefusalCode.KeyUsageNotAllowed)]
    [InlineData(X509KeyUsageFlags.NonRepudiation, null)]
    [InlineData(null, null)]
    public void A_signer_needs_a_certificate_for_signing(X509KeyUsageFlags? usage, SignatureRefusalCode? expected)
    {
        using var key = good.Root.IssueKey(Case.PartnerName, new() { Usage = usage });
        Assert.Equal(expected, Case.Judge(good.Trust(), key));
        Assert.Equal(expected, Case.Judge(new Trust([key.Certificate], false), key));
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.2", null)]
    [InlineData("1.3.6.1.5.5.7.3.1", SignatureRefusalCode.KeyUsageNotAllowed)]
    public void A_client_of_TLS_needs_a_certificate_for_that(string use, SignatureRefusalCode? expected)
    {
        using var certificate = good.Root.Issue(Case.PartnerName, new() { ExtendedUsage = use });
        Assert.Equal(expected, good.Trust().Judge(certificate, [], CertificatePurpose.TlsClient, Case.Now)?.Code);
    }

    [Fact]
    public void Whoever_shows_the_partners_certificate_without_its_key_is_refused()
    {
        using var other = good.Root.IssueKey("CN=Nguoi khac");
        var document = Samples.SignedRequest(other);
        Samples.First(document, "X509Certificate").InnerText = Convert.ToBase64String(good.Partner.Certificate.RawData);
        Assert.Equal(SignatureRefusalCode.Tampered, XmlVerifier.VerifyEnveloped(document, good.Trust(), Case.Now).Refusal?.Code);
    }

    [Fact]
    public void An_RSA_signature_under_a_certificate_of_a_curve_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Duong cong", curve, HashAlgorithmName.SHA256);
        using var pinned = request.CreateSelfSigned(Case.Now.AddDays(-1), Case.Now.AddDays(1));
        var document = Samples.SignedRequest(Samples.Stranger);
        Samples.First(document, "X509Certificate").InnerText = Convert.ToBase64String(pinned.RawData);
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed,
            XmlVerifier.VerifyEnveloped(document, new Trust([pinned], false), Case.Now).Refusal?.Code);
    }

    [Fact]
    public void Bytes_that_are_no_certificate_are_refused()
    {
        var document = Samples.SignedRequest(good.Partner);
        Samples.First(document, "X509Certificate").InnerText = "AQIDBA==";
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, XmlVerifier.VerifyEnveloped(document, good.Trust(), Case.Now).Refusal?.Code);
    }
}
