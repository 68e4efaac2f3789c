using System.Security.Cryptography.X509Certificates;
using System.Text;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

public sealed class VerifyJwsTests(VerifyProgram program, JwsForeignTools tools) : IClassFixture<VerifyProgram>, IClassFixture<JwsForeignTools>
{
    const string At = "2026-11-21T08:00:00+07:00";

    readonly string anchor = program.Put("doi-tac.pem", Samples.Partner.Certificate);
    readonly string body = program.Put("than.json", JwsSamples.Body);

    [Theory]
    [InlineData("RS256", "RSA-SHA256"), InlineData("PS256", "RSA-PSS-SHA256"), InlineData("ES256", "ECDSA-SHA256"), InlineData("ES384", "ECDSA-SHA384")]
    public async Task A_signature_of_jwcrypto_names_signer_algorithm_and_time(string algorithm, string name)
    {
        var header = await tools.RunAsync("jwcrypto", "sign", tools.Prepare(algorithm), algorithm);
        var signer = JwsSamples.KeyFor(algorithm).Certificate;

        var (code, lines) = await program.JsonAsync(
            "jws", body, "--signature", header, "--anchor", program.Put($"{algorithm}.pem", signer), "--at", At);

        var line = Assert.Single(lines);
        Assert.Equal((0, "Valid"), (code, line.GetProperty("code").GetString()));
        Assert.Equal((signer.SerialNumber, name), (line.GetProperty("signer").GetProperty("serial").GetString(), line.GetProperty("algorithm").GetString()));
        Assert.Equal(Samples.Now, line.GetProperty("signingTime").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_signature_of_openssl_by_key_alone()
    {
        var header = JwsSamples.Encode(Encoding.UTF8.GetBytes(JwsSamples.Header().ToJsonString()));
        program.Put("vao.txt", Encoding.ASCII.GetBytes($"{header}.{JwsSamples.Encode(JwsSamples.Body)}"));
        var key = program.PathOf(program.Put("ky.pem", Encoding.ASCII.GetBytes(Foreign.KeyPem(Samples.Partner))));
        var signed = await Command.RunAsync("openssl", "dgst", "-sha256", "-sign", key, "-out", program.PathOf("ky.bin"), program.PathOf("vao.txt"));
        var published = await Command.RunAsync("openssl", "pkey", "-in", key, "-pubout", "-out", program.PathOf("cong-khai.pem"));
        Assert.Equal((0, 0), (signed.Code, published.Code));
        var signature = program.Put("chu-ky.txt", Encoding.ASCII.GetBytes(
            $"X-JWS-Signature: {header}..{JwsSamples.Encode(await File.ReadAllBytesAsync(program.PathOf("ky.bin")))}\n"));

        var (code, output) = await program.RunAsync("jws", body, "--signature", signature, "--key", "cong-khai.pem", "--at", At);

        Assert.Equal(0, code);
        Assert.Contains("than.json: HỢP LỆ / VALID", output);
        Assert.Contains("thời điểm ký / signing time: 2026-11-21T01:00:00Z", output);
    }

    [Fact]
    public async Task Many_bodies_go_with_as_many_signatures()
    {
        var other = program.Put("khac.json", "{}"u8.ToArray());
        var ours = JwsSamples.Signed("RS256");

        var (code, lines) = await program.JsonAsync(
            "jws", body, other, "--signature", ours, "--signature", ours, "--anchor", anchor, "--at", At);

        Assert.Equal(1, code);
        Assert.Equal(["Valid", "Tampered"], lines.Select(line => line.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("2026-11-21T09:00:00+07:00", "OutsideWindow", "Thời điểm ký nằm ngoài")]
    [InlineData(At, "Malformed", "Chữ ký không có dạng header..signature", "a..b.c")]
    [InlineData(At, "SignatureMissing", "Không có chữ ký", "")]
    public async Task What_does_not_hold_says_why(string at, string reason, string words, string? signature = null)
    {
        var (code, output) = await program.RunAsync(
            "jws", body, "--signature", signature ?? JwsSamples.Signed("RS256"), "--anchor", anchor, "--at", at);

        Assert.Equal(1, code);
        Assert.Contains($"KHÔNG HỢP LỆ / NOT VALID [{reason}]", output);
        Assert.Contains(words, output);
    }

    [Fact]
    public async Task A_strangers_certificate_and_key_do_not_help()
    {
        var stranger = program.Put("la.pem", Samples.Stranger.Certificate);
        using var key = Samples.Stranger.Certificate.GetRSAPublicKey();
        var strange = program.Put("la-khoa.pem", Encoding.ASCII.GetBytes(key?.ExportSubjectPublicKeyInfoPem() ?? ""));
        string[] judge = ["jws", body, "--signature", JwsSamples.Signed("RS256"), "--at", At];

        var byCertificate = await program.JsonAsync([.. judge, "--anchor", stranger]);
        var byKey = await program.JsonAsync([.. judge, "--key", strange]);

        Assert.Equal((1, "KeyUnknown"), (byCertificate.Code, byCertificate.Lines[0].GetProperty("code").GetString()));
        Assert.Equal((1, "Tampered"), (byKey.Code, byKey.Lines[0].GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData, InlineData("--signature", "a..b", "--signature", "a..b")]
    public async Task Every_body_needs_one_signature(params string[] arguments)
    {
        var (code, lines) = await program.JsonAsync(["jws", body, "--anchor", anchor, .. arguments]);

        Assert.Equal((2, "NoSignature"), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }
}
