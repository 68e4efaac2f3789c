using System.Diagnostics;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security.Pdf;

public sealed class PdfHostileFileTests
{
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    static readonly int Mutations = Environment.GetEnvironmentVariable("LLTP_TEST_FULL") == "1" ? 20_000 : 2_000;

    public static TheoryData<string, string> Bad => new()
    {
        { "", "NotPdf" },
        { "<html/>", "NotPdf" },
        { "\n%PDF-1.4\n", "NotPdf" },
        { "%PDF-1.4\n", "SignatureMissing" },
        { "%PDF-1.4\n1 0 obj << /ByteRange [0 1 2 3] ", "Malformed" },
        { "%PDF-1.4\n1 0 obj << /ByteRange [0 1 2 3] >>", "SignatureMalformed" },
        { "%PDF-1.4\n1 0 obj << /A >> ] ", "Malformed" },
        { "%PDF-1.4\n1 0 obj << [ >> ", "Malformed" },
        { "%PDF-1.4\n(((((", "Malformed" },
        { "%PDF-1.4\n<41", "Malformed" },
        { "%PDF-1.4\n<< /Length 5 >> stream\nabc", "Malformed" },
        { "%PDF-1.4\n" + new string('[', 65), "TooDeep" },
        { "%PDF-1.4\n" + string.Concat(Enumerable.Repeat("<< /A ", 2_000_000 / 6)), "TooDeep" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void What_is_no_whole_signed_file_is_refused(string text, string reason) =>
        Assert.Equal(reason, PdfUnit.ReasonOf(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void An_unsigned_file_is_refused() => Assert.Equal("SignatureMissing", PdfUnit.ReasonOf(PdfFile.Plain().Bytes));

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_was_cut()
    {
        var file = PdfFile.Plain().Signed().Bytes;

        Assert.All(Enumerable.Range(0, file.Length / 97), cut => Assert.NotNull(PdfUnit.ReasonOf(file[..(cut * 97)])));
        Assert.NotNull(PdfUnit.ReasonOf(file[..^1]));
    }

    [Fact]
    public void Ten_mebibytes_are_judged_and_one_byte_more_is_not()
    {
        var rest = PdfFile.Plain(extra: Comment(0)).Signed().Bytes.Length;
        var digits = Enumerable.Range(0, 64).Select(less => PdfFile.Plain(extra: Comment(PdfVerifier.MostBytes - rest - less)).Signed().Bytes)
            .First(file => file.Length <= PdfVerifier.MostBytes);

        Assert.Null(PdfUnit.ReasonOf(digits));
        Assert.Equal("TooLarge", PdfUnit.ReasonOf(new byte[PdfVerifier.MostBytes + 1]));
    }

    [Theory]
    [InlineData("<<"), InlineData("<< >> "), InlineData("("), InlineData("<"), InlineData("/#41"), InlineData("<</ByteRange[0 1 2 3]/Contents<00>>>")]
    [InlineData("stream endstream "), InlineData("<</Length 1>>stream\n"), InlineData("%\n"), InlineData("\0")]
    public void Ten_mebibytes_of_the_same_are_answered_at_once(string pattern)
    {
        var one = Encoding.ASCII.GetBytes(pattern);
        var file = new byte[PdfVerifier.MostBytes];
        "%PDF-1.4\n"u8.CopyTo(file);
        for (var i = 9; i < file.Length; i++) file[i] = one[(i - 9) % one.Length];

        var clock = Stopwatch.StartNew();
        Assert.NotNull(PdfUnit.ReasonOf(file));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, 3 * Slow);
    }

    [Fact]
    public void Lengths_that_all_lead_to_one_long_gap_are_answered_at_once()
    {
        const int half = 2 * 1024 * 1024;
        var text = "%PDF-1.4\n" + string.Concat(Enumerable.Repeat($"<</Length {half}>>stream\nendstream ", half / 35)) + string.Concat(Enumerable.Repeat("%\n", half));

        var file = Encoding.Latin1.GetBytes(text);
        var clock = Stopwatch.StartNew();
        Assert.Equal("SignatureMissing", PdfUnit.ReasonOf(file));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, 3 * Slow);
    }

    [Fact]
    public void A_signed_file_inside_another_as_a_stream_of_known_length_is_not_taken_for_its_signature()
    {
        var inner = Encoding.Latin1.GetString(PdfFile.Plain().Signed().Bytes);
        var outer = PdfFile.Plain().Revise((12, PdfFile.Stream(" /Type /EmbeddedFile", inner)));

        Assert.Equal("SignatureMissing", PdfUnit.ReasonOf(outer.Bytes));
        Assert.Null(PdfUnit.ReasonOf(outer.Signed().Bytes));
    }

    [Fact]
    public void No_mutation_is_believed_unless_only_the_value_changed_or_takes_long()
    {
        var originals = new[] { PdfFile.Plain().Signed().Bytes, PdfFile.Plain(streams: true).Signed(new() { Key = PdfUnit.Officer }).Signed().Bytes };
        var random = new Random(20261121);
        var clock = new Stopwatch();
        for (var i = 0; i < Mutations; i++)
        {
            var original = originals[i % 2];
            var mutant = PdfMutation.Of(original, random);
            clock.Restart();
            var judged = PdfUnit.Verify(mutant);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, Slow);
            if (judged.IsVerified) Assert.Equal(Signed(original), Signed(mutant));
        }
    }

    // Everything but the hex strings that hold the values.
    static string Signed(byte[] file) => System.Text.RegularExpressions.Regex.Replace(Encoding.Latin1.GetString(file), "<[0-9A-Fa-f]{12000}>", "<>");

    static string Comment(int length) => length == 0 ? "" : $"%{new string('x', length - 2)}\n";
}
