using System.Text;
using System.Text.Json;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

public sealed class VerifyXmlTests(VerifyProgram program) : IClassFixture<VerifyProgram>
{
    const string At = "2026-11-21T08:00:00+07:00";

    readonly string anchor = program.Put("doi-tac.pem", Samples.Partner.Certificate);
    readonly string good = program.Put("dung.xml", SafeXml.Write(Samples.SignedRequest(Samples.Partner)));

    [Fact]
    public async Task A_valid_document_names_the_signed_element_and_the_signer()
    {
        var (code, output) = await program.RunAsync("xml", good, "--anchor", anchor, "--at", At);

        Assert.Equal(0, code);
        Assert.Contains("dung.xml: HỢP LỆ / VALID", output);
        Assert.Contains("Phần được ký / signed element: {urn:mau}YeuCau", output);
        Assert.Contains("Người ký / signer: CN=Doi tac", output);
    }

    [Fact]
    public async Task A_changed_document_is_not_valid()
    {
        var changed = Encoding.UTF8.GetString(SafeXml.Write(Samples.SignedRequest(Samples.Partner))).Replace("A-1", "A-2", StringComparison.Ordinal);
        var (code, lines) = await program.JsonAsync("xml", good, program.Put("sua.xml", Encoding.UTF8.GetBytes(changed)), "--anchor", anchor, "--at", At);

        Assert.Equal(1, code);
        Assert.Equal([("Valid", "{urn:mau}YeuCau"), ("Tampered", "")], lines.Select(line => (
            line.GetProperty("code").GetString() ?? "", string.Concat(line.GetProperty("signedElements").EnumerateArray().Select(one => one.GetString())))));
    }

    [Theory]
    [InlineData("YeuCau", 0, "Valid"), InlineData("TraLoi", 1, "NotSigned")]
    public async Task An_element_can_be_required(string element, int expected, string reason)
    {
        var (code, lines) = await program.JsonAsync("xml", good, "--anchor", anchor, "--at", At, "--require", element);

        Assert.Equal((expected, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Another_partners_anchor_does_not_help()
    {
        var (code, lines) = await program.JsonAsync("xml", good, "--anchor", program.Put("nguoi-la.pem", Samples.Stranger.Certificate), "--at", At);

        Assert.Equal((1, "CertificateUnknown"), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_no_xml_is_not_valid()
    {
        var (code, lines) = await program.JsonAsync("xml", program.Put("chu.xml", "không phải"u8.ToArray()), "--anchor", anchor);

        Assert.Equal((1, "NotXml", JsonValueKind.Null), (code, lines[0].GetProperty("code").GetString(), lines[0].GetProperty("signer").ValueKind));
    }
}
