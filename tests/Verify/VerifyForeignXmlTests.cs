using System.Security.Cryptography.X509Certificates;
using System.Text;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

/// <summary>Files that xmlsec1 signed, judged by the command.</summary>
public sealed class VerifyForeignXmlTests(VerifyProgram program) : IClassFixture<VerifyProgram>
{
    const string At = "2026-11-21T08:00:00+07:00";

    readonly string anchor = program.Put("doi-tac.pem", Samples.Partner.Certificate);

    [Theory]
    [InlineData("xmlenc#sha256", "xmldsig-more#rsa-sha256", "RSA-SHA256")]
    [InlineData("xmlenc#sha512", "xmldsig-more#rsa-sha384", "RSA-SHA384")]
    public async Task A_signature_around_the_data_names_what_it_holds(string digest, string method, string algorithm)
    {
        var file = await SignAsync("quanh.xml", digest, method);

        var (code, lines) = await program.JsonAsync("xml", file, "--anchor", anchor, "--at", At, "--require", "{urn:kho}HoSo");

        var line = Assert.Single(lines);
        Assert.Equal((0, "Valid"), (code, line.GetProperty("code").GetString()));
        Assert.Equal("{http://www.w3.org/2000/09/xmldsig#}Object", line.GetProperty("signedElements")[0].GetString());
        Assert.Equal(("CN=Doi tac", algorithm), (line.GetProperty("signer").GetProperty("subject").GetString(), line.GetProperty("algorithm").GetString()));
    }

    [Theory]
    [InlineData(0, "Valid", "--allow-legacy-algorithms"), InlineData(1, "AlgorithmWeak")]
    public async Task Sha_1_counts_only_where_archives_are_judged(int expected, string reason, params string[] more)
    {
        var file = await SignAsync("cu.xml", "xmldsig#sha1", "xmldsig#rsa-sha1");

        var (code, lines) = await program.JsonAsync(["xml", file, "--anchor", anchor, "--at", At, .. more]);

        Assert.Equal((expected, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("CN=Doi tac", 0, "Valid"), InlineData("CN=Nguoi la", 1, "Tampered")]
    public async Task A_public_key_may_take_the_place_of_a_certificate(string owner, int expected, string reason)
    {
        var certificate = owner == "CN=Doi tac" ? Samples.Partner.Certificate : Samples.Stranger.Certificate;
        var key = program.Put("khoa.pem", Encoding.ASCII.GetBytes(certificate.GetRSAPublicKey()?.ExportSubjectPublicKeyInfoPem() ?? ""));
        var file = await SignAsync("khoa.xml", "xmlenc#sha256", "xmldsig-more#rsa-sha256");

        var (code, lines) = await program.JsonAsync("xml", file, "--key", key);

        Assert.Equal((expected, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("BadKey", "--key", "doi-tac.pem"), InlineData("BadKey", "--key", "khong-co.pem")]
    [InlineData("KeyAndAnchor", "--key", "doi-tac.pem", "--anchor", "doi-tac.pem"), InlineData("BadCrl", "--anchor", "doi-tac.pem", "--crl", "doi-tac.pem")]
    public async Task Grounds_that_are_none_judge_nothing(string reason, params string[] arguments)
    {
        var (code, lines) = await program.JsonAsync(["xml", "quanh.xml", .. arguments]);

        Assert.Equal((2, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    async Task<string> SignAsync(string name, string digest, string method)
    {
        program.Put("mau.xml", Encoding.UTF8.GetBytes($"""
            <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>
            <CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><SignatureMethod Algorithm="{Full(method)}"/>
            <Reference URI="#du-lieu"><DigestMethod Algorithm="{Full(digest)}"/><DigestValue/></Reference></SignedInfo><SignatureValue/>
            <KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo>
            <Object Id="du-lieu"><HoSo xmlns="urn:kho">Nguyễn Văn Thử</HoSo></Object></Signature>
            """));
        var (key, certificate) = (program.PathOf(program.Put("ky.pem", Encoding.ASCII.GetBytes(Foreign.KeyPem(Samples.Partner)))), program.PathOf(anchor));
        var (code, text) = await Command.RunAsync("xmlsec1", "--sign", "--privkey-pem", $"{key},{certificate}",
            "--output", program.PathOf(name), program.PathOf("mau.xml"));
        Assert.True(code == 0, text);
        return name;
    }

    static string Full(string algorithm) => $"http://www.w3.org/{(algorithm.StartsWith("xmldsig#", StringComparison.Ordinal) ? "2000/09" : "2001/04")}/{algorithm}";
}
