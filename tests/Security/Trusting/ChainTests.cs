using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;
using Case = LLTP.Hub.Tests.Security.Trusting.AuthorityCase;

namespace LLTP.Hub.Tests.Security.Trusting;

public sealed class ChainTests
{
    readonly TestAuthority root = TestAuthority.Root(Case.AuthorityName);
    readonly TestAuthority middle;
    readonly X509Certificate2 partner;

    public ChainTests()
    {
        middle = root.Below("CN=CA cap duoi, O=Ban Co yeu, C=VN");
        partner = middle.Issue(Case.PartnerName);
    }

    [Fact]
    public void An_intermediate_that_the_message_brings_links_the_signer_to_the_root()
    {
        var trust = Case.TrustIn([root.Certificate], middle.List([]), accept: true);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown, Judge(trust));
        Assert.Null(Judge(trust, middle.Certificate));
    }

    [Fact]
    public void An_intermediate_that_is_configured_needs_not_be_brought()
    {
        Assert.Null(Judge(Case.TrustIn([root.Certificate, middle.Certificate], middle.List([]))));
    }

    [Fact]
    public void Naming_an_intermediate_narrows_trust_to_what_it_issued()
    {
        var other = root.Below("CN=CA khac, O=Ban Co yeu, C=VN");
        var trust = Case.TrustIn([root.Certificate, middle.Certificate], middle.List([]), accept: true);
        using var elsewhere = other.Issue(Case.PartnerName);
        Assert.Equal(SignatureRefusalCode.CertificateUnknown,
            trust.Judge(elsewhere, [other.Certificate], CertificatePurpose.Signature, Case.Now)?.Code);
    }

    [Fact]
    public void An_intermediate_that_the_message_brings_must_itself_not_be_revoked()
    {
        IReadOnlyList<X509Certificate2> roots = [root.Certificate];
        var revocation = new Revocation(["root.crl", "middle.crl"], false);
        var trust = new Trust([], false, new Authorities(roots, revocation, []));
        revocation.Put("middle.crl", middle.List([]), roots, Case.Now);
        Assert.Equal(SignatureRefusalCode.RevocationUnknown, Judge(trust, middle.Certificate));
        revocation.Put("root.crl", root.List([]), roots, Case.Now);
        Assert.Null(Judge(trust, middle.Certificate));
        revocation.Put("root.crl", root.List([middle.Certificate]), roots, Case.Now);
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Judge(trust, middle.Certificate));
    }

    [Theory]
    [InlineData("O=Bo Tu phap", null)]
    [InlineData("O=bo tu phap", null)]
    [InlineData("CN=Phan mem*", null)]
    [InlineData("CN=Phan mem", SignatureRefusalCode.SubjectNotAllowed)]
    [InlineData("O=Bo Cong an", SignatureRefusalCode.SubjectNotAllowed)]
    [InlineData("OU=Bo Tu phap", SignatureRefusalCode.SubjectNotAllowed)]
    public void Another_certificate_of_the_same_authority_is_not_the_partners(string rule, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Judge(Case.TrustIn([root.Certificate, middle.Certificate], middle.List([]), false, "C=VN", rule)));

    [Fact]
    public void A_rule_may_name_the_certificates_own_number()
    {
        IReadOnlyList<X509Certificate2> both = [root.Certificate, middle.Certificate];
        Assert.Null(Judge(Case.TrustIn(both, middle.List([]), false, $"certificate={partner.SerialNumber}")));
        Assert.Equal(SignatureRefusalCode.SubjectNotAllowed, Judge(Case.TrustIn(both, middle.List([]), false, "certificate=0A1B")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("O")]
    [InlineData("O=")]
    [InlineData("O=*")]
    [InlineData("MST=1")]
    public void A_rule_that_says_nothing_is_no_rule(string text) => Assert.Null(SubjectRule.Read(text));

    SignatureRefusalCode? Judge(Trust trust, params X509Certificate2[] others) =>
        trust.Judge(partner, others, CertificatePurpose.Signature, Case.Now)?.Code;
}
