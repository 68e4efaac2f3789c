using LLTP.Hub.Security;
using Xunit;
using Case = LLTP.Hub.Tests.Security.Trusting.AuthorityCase;

namespace LLTP.Hub.Tests.Security.Trusting;

public sealed class RevocationTests
{
    readonly Case good = new();

    [Fact]
    public void A_revoked_certificate_is_refused_and_another_one_is_not()
    {
        using var other = good.Root.IssueKey(Case.PartnerName);
        var trust = good.Trust(good.Root.List([good.Partner.Certificate]));
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Case.Judge(trust, good.Partner));
        Assert.Null(Case.Judge(trust, other));
    }

    [Fact]
    public void What_was_signed_before_the_revocation_stays_good_at_its_time()
    {
        var trust = good.Trust(good.Root.List([good.Partner.Certificate]));
        Assert.Null(Case.Judge(trust, good.Partner, Case.Now.AddMinutes(-31)));
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Case.Judge(trust, good.Partner, Case.Now.AddMinutes(-30)));
    }

    [Theory]
    [InlineData(false, SignatureRefusalCode.RevocationListExpired)]
    [InlineData(true, null)]
    public void A_list_out_of_date_counts_as_configured(bool accept, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Case.Judge(good.Trust(Stale([]), accept), good.Partner));

    [Fact]
    public void A_list_out_of_date_still_revokes() =>
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Case.Judge(good.Trust(Stale(good.Partner), accept: true), good.Partner));

    [Theory]
    [InlineData(false, SignatureRefusalCode.RevocationListForged)]
    [InlineData(true, null)]
    public void A_forged_list_in_the_authoritys_name_counts_as_none(bool accept, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Case.Judge(good.Trust(TestAuthority.Root(Case.AuthorityName).List([]), accept), good.Partner));

    [Fact]
    public void A_list_changed_on_its_way_is_forged()
    {
        var list = good.Root.List([]);
        list[^1] ^= 1;
        Assert.Equal(SignatureRefusalCode.RevocationListForged, Case.Judge(good.Trust(list), good.Partner));
    }

    [Fact]
    public void The_list_of_another_authority_says_nothing() =>
        Assert.Equal(SignatureRefusalCode.RevocationUnknown, Case.Judge(good.Trust(TestAuthority.Root("CN=CA khac").List([])), good.Partner));

    [Theory]
    [InlineData(false, SignatureRefusalCode.RevocationUnknown)]
    [InlineData(true, null)]
    public void Bytes_that_are_no_list_count_as_none(bool accept, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Case.Judge(good.Trust([1, 2, 3], accept), good.Partner));

    [Fact]
    public void An_authority_without_the_right_to_issue_lists_issues_none()
    {
        // The framework refuses to make such a list, so the right is taken away by showing the same key under another certificate.
        var full = TestAuthority.Root("CN=CA");
        using var key = full.Certificate.PrivateKey();
        using var limited = key.SelfSigned("CN=CA", System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.KeyCertSign);
        using var partner = new TestAuthority(limited).IssueKey(Case.PartnerName);
        Assert.Equal(SignatureRefusalCode.RevocationListForged, Case.Judge(Case.TrustIn([limited], full.List([])), partner));
    }

    [Fact]
    public void Only_a_newer_list_of_the_same_authority_replaces_a_list()
    {
        var revocation = new Revocation([Case.Source], false);
        bool Put(byte[] list) => revocation.Put(Case.Source, list, [good.Root.Certificate], Case.Now);
        Assert.True(Put(good.Root.List([good.Partner.Certificate])));
        Assert.False(Put(good.Root.List([], from: Case.Now.AddHours(-2))));
        Assert.False(Put(TestAuthority.Root(Case.AuthorityName).List([], from: Case.Now)));
        Assert.False(Put(TestAuthority.Root("CN=CA khac").List([], from: Case.Now)));
        var trust = new Trust([], false, new Authorities([good.Root.Certificate], revocation, []));
        Assert.Equal(SignatureRefusalCode.CertificateRevoked, Case.Judge(trust, good.Partner));
        Assert.True(Put(good.Root.List([], from: Case.Now)));
        Assert.Null(Case.Judge(trust, good.Partner));
    }

    [Fact]
    public async Task An_address_is_asked_once_an_hour_and_again_at_once_when_its_list_has_ended()
    {
        int asked = 0;
        var revocation = new Revocation(["http://crl.example.vn/ca.crl"], false);
        async Task<int> AskAsync(double hours)
        {
            await revocation.RefreshAsync((_, _) => Task.FromResult<byte[]?>(++asked == 1 ? null : good.Root.List([], until: Case.Now.AddHours(3.5))),
                [good.Root.Certificate], Case.Now.AddHours(hours), CancellationToken.None);
            return asked;
        }
        foreach (var (hours, expected) in new[] { (0, 1), (0.1, 2), (0.2, 2), (1.1, 3), (1.2, 3), (3.5, 4), (3.6, 5) })
            Assert.Equal(expected, await AskAsync(hours));
    }

    byte[] Stale(params SigningKey[] revoked) =>
        good.Root.List(revoked.Select(key => key.Certificate), from: Case.Now.AddDays(-2), until: Case.Now.AddMinutes(-1));
}
