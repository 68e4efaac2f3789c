using System.Globalization;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>A signature dictionary (ISO 32000-1, 12.8.1) as it stands in the file; nothing about it is believed yet.</summary>
/// <param name="Contents">The hex string with its angle brackets.</param>
/// <param name="ByteRange">Offset and length, twice.</param>
/// <param name="End">Offset after the dictionary.</param>
sealed record PdfSignatureDictionary(string Type, string SubFilter, PdfToken Contents, IReadOnlyList<long> ByteRange, DateTimeOffset? Time, int End)
{
    public const string DocumentTimestamp = "DocTimeStamp";
    const int MostDigits = 10;

    public long CoveredEnd => ByteRange[2] + ByteRange[3];

    /// <summary>Null when Contents or ByteRange is missing, doubled or not of the form that can be judged.</summary>
    public static PdfSignatureDictionary? Of(PdfDictionary dictionary, int end, ReadOnlySpan<byte> file)
    {
        if (dictionary.IsAmbiguous || dictionary.Find("Contents") is not { Kind: PdfTokenKind.Hex } contents
            || dictionary.Find("ByteRange") is not { Kind: PdfTokenKind.ArrayStart } array) return null;
        if (!IsHex(file[(contents.Start + 1)..(contents.End - 1)]) || Integers(file[array.Start..array.End]) is not { Count: 4 } range) return null;
        var time = dictionary.Find("M") is { Kind: PdfTokenKind.Text } text ? PdfDate.Read(file[(text.Start + 1)..(text.End - 1)]) : null;
        return new(Name(dictionary, "Type", file), Name(dictionary, "SubFilter", file), contents, range, time, end);
    }

    /// <summary>The value inside Contents, padding included.</summary>
    public byte[] Value(ReadOnlySpan<byte> file) => Convert.FromHexString(Encoding.ASCII.GetString(file[(Contents.Start + 1)..(Contents.End - 1)]));

    static string Name(PdfDictionary dictionary, string key, ReadOnlySpan<byte> file) =>
        dictionary.Find(key) is { Kind: PdfTokenKind.Name } name ? PdfDictionary.NameOf(file[(name.Start + 1)..name.End]) ?? "" : "";

    // No white space either: this string is the one place that no signature covers.
    static bool IsHex(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit((char)digit)) return false;
        return digits.Length % 2 == 0 && digits.Length > 0;
    }

    static List<long>? Integers(ReadOnlySpan<byte> array)
    {
        var lexer = new PdfLexer(array);
        var numbers = new List<long>();
        lexer.Next();
        while (lexer.Next() is { Kind: PdfTokenKind.Integer } token && numbers.Count < 5)
        {
            if (token.End - token.Start > MostDigits) return null;
            numbers.Add(long.Parse(array[token.Start..token.End], NumberStyles.None, CultureInfo.InvariantCulture));
        }
        return lexer.Position == array.Length ? numbers : null;
    }
}
