using System.Globalization;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Dates of PDF (ISO 32000-1, 7.9.4), such as D:20261121080000+07'00'.</summary>
static class PdfDate
{
    const int LongestDate = 23;
    static readonly string[] Formats = ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmsszz"];

    /// <summary>Null for what is no date with seconds and zone.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestDate || !text.StartsWith("D:"u8)) return null;
        var digits = Encoding.Latin1.GetString(text[2..]).TrimEnd('\'').Replace('\'', ':').Replace("Z00:00", "Z").Replace("Z", "+00:00");
        return DateTimeOffset.TryParseExact(digits, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
