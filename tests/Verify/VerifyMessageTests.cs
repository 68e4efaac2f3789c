using System.Text;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Security.Trusting;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

/// <summary>SOAP messages as files, and signers that are known by their authority.</summary>
public sealed class VerifyMessageTests(VerifyProgram program) : IClassFixture<VerifyProgram>
{
    const string At = "2026-11-21T08:00:00+07:00";
    const string Soap = "{http://schemas.xmlsoap.org/soap/envelope/}";

    static readonly TestAuthority Root = TestAuthority.Root(AuthorityCase.AuthorityName);
    static readonly TestAuthority Middle = Root.Below("CN=CA cap duoi, O=Ban Co yeu, C=VN");
    static readonly SigningKey Partner = Middle.IssueKey(AuthorityCase.PartnerName);

    readonly string anchor = program.Put("doi-tac.pem", Samples.Partner.Certificate);
    readonly string roots = program.Put("goc.pem", Root.Certificate);
    readonly string middle = program.Put("cap-duoi.pem", Middle.Certificate);
    readonly string issued = program.Put("duoi-ca.xml", SafeXml.Write(Samples.SignedRequest(Partner)));

    [Fact]
    public async Task A_message_names_its_signed_parts_signer_and_time()
    {
        var file = program.Put("soap.xml", SafeXml.Write(Samples.SignedEnvelope(Samples.Partner)));

        var (code, lines) = await program.JsonAsync("xml", file, "--anchor", anchor, "--at", At, "--require", "Body");

        var line = Assert.Single(lines);
        Assert.Equal((0, "Valid"), (code, line.GetProperty("code").GetString()));
        var signed = line.GetProperty("signedElements").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.Contains(Soap + "Body", signed);
        Assert.Contains($"{{{Samples.Addressing}}}MessageID", signed);
        Assert.Equal(Samples.Now, line.GetProperty("signingTime").GetDateTimeOffset());
        Assert.Equal(Samples.Partner.Certificate.SerialNumber, line.GetProperty("signer").GetProperty("serial").GetString());
    }

    [Theory]
    [InlineData(null, 0, "Valid"), InlineData("Body", 1, "NotSigned"), InlineData("{urn:lltp}traTrangThaiHs", 0, "Valid"), InlineData("KhongCo", 1, "NotSigned")]
    public async Task A_second_body_that_nobody_signed_is_not_covered(string? require, int expected, string reason)
    {
        var text = Encoding.UTF8.GetString(SafeXml.Write(Samples.SignedEnvelope(Samples.Partner)));
        var wrapped = text.Replace("<s:Header>", "<s:Header><boc xmlns=\"urn:boc\"><s:Body/></boc>", StringComparison.Ordinal);
        string[] arguments = ["xml", program.Put("boc.xml", Encoding.UTF8.GetBytes(wrapped)), "--anchor", anchor, "--at", At];

        var (code, lines) = await program.JsonAsync([.. arguments, .. require is null ? Array.Empty<string>() : ["--require", require]]);

        Assert.Equal((expected, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_authority_vouches_for_what_it_issued()
    {
        string[] judge = ["xml", issued, "--at", At];

        Assert.Equal((0, "Valid"), await CodeAsync([.. judge, "--anchor", roots, "--anchor", middle]));
        Assert.Equal((1, "CertificateUnknown"), await CodeAsync([.. judge, "--anchor", roots]));
        Assert.Equal((2, "NoRoot"), await CodeAsync([.. judge, "--anchor", middle]));
    }

    [Fact]
    public async Task A_revocation_list_counts_where_one_is_named()
    {
        string[] judge = ["xml", issued, "--at", At, "--anchor", roots, "--anchor", middle, "--crl"];

        Assert.Equal((0, "Valid"), await CodeAsync([.. judge, program.Put("khong.crl", Middle.List([]))]));
        Assert.Equal((1, "CertificateRevoked"), await CodeAsync([.. judge, program.Put("co.crl", Middle.List([Partner.Certificate]))]));
        Assert.Equal((1, "RevocationUnknown"), await CodeAsync([.. judge, program.Put("goc.crl", Root.List([]))]));
    }

    [Fact]
    public async Task A_self_signed_anchor_that_is_marked_as_an_authority_may_sign_itself()
    {
        var own = TestAuthority.Root("CN=Tu ky", new() { IsAuthority = true, Usage = null });
        var file = program.Put("tu-ky.xml", SafeXml.Write(Samples.SignedRequest(new SigningKey(own.Certificate))));

        Assert.Equal((0, "Valid"), await CodeAsync(["xml", file, "--at", At, "--anchor", program.Put("tu-ky.pem", own.Certificate)]));
    }

    async Task<(int, string?)> CodeAsync(string[] arguments)
    {
        var (code, lines) = await program.JsonAsync(arguments);
        return (code, Assert.Single(lines).GetProperty("code").GetString());
    }
}
