using System.Text.Json;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Pdf;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

public sealed class VerifyPdfTests(VerifyProgram program) : IClassFixture<VerifyProgram>
{
    readonly string anchor = program.Put("con-dau.pem", PdfUnit.Seal);
    readonly string good = program.Put("dung.pdf", PdfFile.Plain().Signed().Bytes);
    readonly string appended = program.Put("them.pdf", PdfFile.Plain().Signed().Revise((4, "<< >>")).Bytes);

    [Fact]
    public async Task A_valid_file_says_by_whom_and_when_in_both_languages()
    {
        var (code, output) = await program.RunAsync("pdf", good, "--anchor", anchor);

        Assert.Equal(0, code);
        Assert.Contains("dung.pdf: HỢP LỆ / VALID", output);
        Assert.Contains($"Người ký / signer: {PdfUnit.Seal.Subject}", output);
        Assert.Contains(Fingerprint.Sha256Hex(PdfUnit.Seal.RawData), output);
        Assert.Contains($"{PdfUnit.Now:yyyy-MM-ddTHH:mm:ssZ}", output);
        Assert.Contains("RSA-SHA256", output);
    }

    [Fact]
    public async Task A_changed_file_says_what_is_not_covered()
    {
        var (code, output) = await program.RunAsync("pdf", appended, "--anchor", anchor);

        Assert.Equal(1, code);
        Assert.Contains("them.pdf: KHÔNG HỢP LỆ / NOT VALID [ChangedAfterSigning]", output);
        Assert.Contains("Tệp đã bị thay đổi sau khi ký / The file was changed after signing: bytes ", output);
    }

    [Fact]
    public async Task Many_files_get_a_json_line_each_and_one_bad_one_decides()
    {
        var (code, lines) = await program.JsonAsync("pdf", good, appended, good, "--anchor", anchor);

        Assert.Equal((1, 3), (code, lines.Count));
        Assert.Equal(["dung.pdf True Valid", "them.pdf False ChangedAfterSigning", "dung.pdf True Valid"],
            lines.Select(line => $"{line.GetProperty("file")} {line.GetProperty("valid")} {line.GetProperty("code")}"));
        Signer(lines[0]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_judged_and_the_others_are()
    {
        var (code, lines) = await program.JsonAsync("pdf", "khong-co.pdf", good, "--anchor", anchor);

        Assert.Equal(2, code);
        Assert.Equal([(JsonValueKind.Null, "Unreadable"), (JsonValueKind.True, "Valid")],
            lines.Select(line => (line.GetProperty("valid").ValueKind, line.GetProperty("code").GetString() ?? "")));
    }

    [Fact]
    public async Task The_time_of_judgement_can_be_given()
    {
        var (code, lines) = await program.JsonAsync("pdf", good, "--anchor", anchor, "--at", "2001-01-01T00:00:00Z");

        Assert.Equal(1, code);
        Assert.StartsWith("Certificate", Assert.Single(lines).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("NoAnchor"), InlineData("BadAnchor", "--anchor", "dung.pdf"), InlineData("BadAnchor", "--anchor", "khong-co.pem")]
    [InlineData("BadTime", "--anchor", "con-dau.pem", "--at", "hom-qua")]
    public async Task Without_ground_nothing_is_judged(string reason, params string[] arguments)
    {
        var (code, lines) = await program.JsonAsync(["pdf", good, .. arguments]);

        Assert.Equal((2, reason), (code, Assert.Single(lines).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("pdf"), InlineData("pdf", "a.pdf", "--khong-co"), InlineData("doc", "a.doc"), InlineData]
    public async Task Arguments_that_make_no_sense_end_with_two(params string[] arguments) => Assert.Equal(2, (await program.RunAsync(arguments)).Code);

    static void Signer(JsonElement line)
    {
        var signer = line.GetProperty("signer");
        Assert.Equal((PdfUnit.Seal.Subject, PdfUnit.Seal.SerialNumber), (signer.GetProperty("subject").GetString(), signer.GetProperty("serial").GetString()));
        Assert.Equal(Fingerprint.Sha256Hex(PdfUnit.Seal.RawData), signer.GetProperty("fingerprint").GetString());
        Assert.Equal(PdfUnit.Seal.NotBefore.ToUniversalTime(), signer.GetProperty("notBefore").GetDateTimeOffset().UtcDateTime);
        Assert.Equal(PdfUnit.Seal.NotAfter.ToUniversalTime(), signer.GetProperty("notAfter").GetDateTimeOffset().UtcDateTime);
        Assert.Equal(("RSA-SHA256", PdfUnit.Now), (line.GetProperty("algorithm").GetString(), line.GetProperty("signingTime").GetDateTimeOffset()));
    }
}
