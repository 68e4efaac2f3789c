using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>The published attacks on signed PDF: forgery, wrapping, incremental saving and shadow content.</summary>
public sealed class PdfAttackTests
{
    static readonly PdfFile Original = PdfFile.Plain().Signed();

    [Fact]
    public void A_changed_letter_is_refused() =>
        Assert.Equal("Tampered", PdfUnit.ReasonOf(Changed(PdfFile.Text, "PHIEU LY LICH TU PHAC")));

    [Theory]
    [InlineData("\n"), InlineData("%%EOF\n"), InlineData("% chu thich\n")]
    public void Bytes_behind_the_signed_ones_are_refused_and_named(string more)
    {
        var refusal = PdfUnit.Verify([.. Original.Bytes, .. Encoding.ASCII.GetBytes(more)]).Refusal;

        Assert.Equal("ChangedAfterSigning", refusal?.Reason);
        Assert.Contains($"bytes {Original.Bytes.Length} to {Original.Bytes.Length + more.Length - 1} ", refusal?.Sentence);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void An_incremental_update_with_another_text_is_refused(bool streams) => Assert.Equal("ChangedAfterSigning", PdfUnit.ReasonOf(
        PdfFile.Plain(streams).Signed().Revise((4, PdfFile.Stream("", "BT /F1 14 Tf 60 780 Td (CO AN TICH) Tj ET"))).Bytes));

    [Fact]
    public void Hidden_content_that_an_update_brings_to_light_is_refused()
    {
        var shadow = PdfFile.Plain().Revise((9, PdfFile.Stream("", "BT (KHONG CO AN TICH) Tj ET"))).Signed();

        Assert.Null(PdfUnit.ReasonOf(shadow.Bytes));
        Assert.Equal("ChangedAfterSigning", PdfUnit.ReasonOf(shadow.Revise((2, "<< /Type /Pages /Kids [9 0 R] /Count 1 >>")).Bytes));
    }

    [Fact]
    public void A_strangers_second_signature_over_a_change_is_refused() =>
        Assert.Equal("CertificateUnknown", PdfUnit.ReasonOf(Original.Signed(new() { Key = PdfUnit.Stranger }).Bytes));

    [Fact]
    public void A_document_time_stamp_covers_no_change_in_place_of_the_unit()
    {
        var stamp = new PdfCms { SubFilter = "ETSI.RFC3161" };

        Assert.Equal("ChangedAfterSigning", PdfUnit.ReasonOf(Original.Prepared(stamp, "DocTimeStamp").Filled(stamp.Sign).Bytes));
        Assert.Equal("SignatureMissing", PdfUnit.ReasonOf(PdfFile.Plain().Prepared(stamp, "DocTimeStamp").Filled(stamp.Sign).Bytes));
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, -1), InlineData(2, 1), InlineData(2, -1), InlineData(2, 200), InlineData(0, 5), InlineData(3, 1)]
    [InlineData(3, 9_000_000_000)]
    public void A_range_that_is_not_the_whole_file_but_the_value_is_refused(int part, long by)
    {
        var range = Range();
        range[part] += by;

        Assert.Equal("ByteRangeNotAllowed", PdfUnit.ReasonOf(WithRange($"[{string.Join(' ', range)}]")));
    }

    [Theory]
    [InlineData("[]"), InlineData("[0 0 0]"), InlineData("[0 -1 5 6]"), InlineData("[0 1 2 3 4]"), InlineData("[0 1 2 99999999999]")]
    [InlineData("[0 1 2 (3)]"), InlineData("9 0 R"), InlineData("null"), InlineData("[0 1 [2] 3]"), InlineData("[0 1.5 2 3]")]
    public void A_range_of_another_form_is_refused(string range) => Assert.Equal("SignatureMalformed", PdfUnit.ReasonOf(WithRange(range)));

    [Fact]
    public void A_moved_signature_with_a_wider_gap_is_refused()
    {
        // Wrapping (SWA): the signed rest moves into a stream at the end, the gap of the range grows over what was put in between.
        var range = Range();
        var rest = Original.Bytes[(int)range[2]..];
        var evil = Encoding.ASCII.GetBytes($" >>\nendobj\n4 0 obj\n<< /Length 0 >>\nstream\nendstream\nendobj\n9 0 obj\n<< /Length {rest.Length} >>\nstream\n");
        var wide = WithRange($"[0 {range[1]} {range[2] + evil.Length} {range[3]}]");

        Assert.Equal("ByteRangeNotAllowed", PdfUnit.ReasonOf([.. wide[..(int)range[2]], .. evil, .. rest, .. "\nendstream\nendobj\n"u8]));
    }

    [Fact]
    public void A_range_that_ends_before_its_own_dictionary_does_is_refused()
    {
        var range = Range();

        Assert.Equal("ByteRangeNotAllowed", PdfUnit.ReasonOf(WithRange($"[0 {range[1]} {range[2]} 2]")));
    }

    [Fact]
    public void A_copy_of_the_signature_elsewhere_is_refused()
    {
        var range = Range();
        var value = Encoding.ASCII.GetString(Original.Bytes[(int)range[1]..(int)range[2]]);
        var copy = Original.Revise((20, $"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [{string.Join(' ', range)}] /Contents {value} >>"));

        Assert.Equal("ByteRangeNotAllowed", PdfUnit.ReasonOf(copy.Bytes));
    }

    [Theory]
    [InlineData(" /Contents <00>"), InlineData(" /Contents (x)"), InlineData(" /C#6fntents <00>"), InlineData(" /ByteRange [0 1 2 3]"), InlineData(" /Byte#52ange null")]
    public void A_second_entry_of_the_same_name_is_refused(string more)
    {
        var how = new PdfCms();

        Assert.Equal("SignatureMalformed", PdfUnit.ReasonOf(PdfFile.Plain().Prepared(how, more: more).Filled(how.Sign).Bytes));
    }

    [Theory]
    [InlineData("/Contents <", "/Kontents <", "SignatureMalformed"), InlineData("/ByteRange", "/ByteRangf", "SignatureMissing")]
    [InlineData("/SubFilter /adbe.pkcs7.detached", "/SubFilter /adbe.pkcs7.detachef", "AlgorithmNotAllowed")]
    public void Forgeries_that_leave_an_entry_out_are_refused(string entry, string other, string reason) =>
        Assert.Equal(reason, PdfUnit.ReasonOf(Changed(entry, other, last: true)));

    [Theory]
    [InlineData("FF", "SignatureMalformed"), InlineData(" 0", "SignatureMalformed"), InlineData("0>", "SignatureMalformed"), InlineData("0g", "SignatureMalformed")]
    public void The_padding_of_the_value_holds_nothing_but_zeros(string hidden, string reason)
    {
        var file = (byte[])Original.Bytes.Clone();
        Encoding.ASCII.GetBytes(hidden).CopyTo(file, (int)Range()[2] - 20);

        Assert.NotNull(PdfUnit.ReasonOf(file));
        if (hidden != "0>") Assert.Equal(reason, PdfUnit.ReasonOf(file));
    }

    [Fact]
    public void An_empty_value_is_refused() => Assert.Equal("SignatureMalformed", PdfUnit.ReasonOf(PdfFile.Plain().Prepared(new()).Filled(_ => []).Bytes));

    [Fact]
    public void The_value_of_another_file_is_refused()
    {
        var other = PdfFile.Plain(extra: "% khac\n").Prepared(new());
        var first = (int)Range()[1] + 1;
        var value = Convert.FromHexString(Encoding.ASCII.GetString(Original.Bytes[first..((int)Range()[2] - 1)]));

        Assert.Equal("Tampered", PdfUnit.ReasonOf(other.Filled(_ => value).Bytes));
    }

    static long[] Range() => [.. RangeText().Trim('[', ']', ' ').Split(' ').Select(long.Parse)];

    static string RangeText()
    {
        var text = Encoding.Latin1.GetString(Original.Bytes);
        var start = text.LastIndexOf("/ByteRange ", StringComparison.Ordinal) + "/ByteRange ".Length;
        return text[start..(text.IndexOf(']', start) + 1)];
    }

    static byte[] WithRange(string range) => Changed(RangeText(), range.PadRight(RangeText().Length));

    static byte[] Changed(string old, string other, bool last = false)
    {
        var text = Encoding.Latin1.GetString(Original.Bytes);
        var at = last ? text.LastIndexOf(old, StringComparison.Ordinal) : text.IndexOf(old, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text[..at] + other + text[(at + old.Length)..]);
    }
}
