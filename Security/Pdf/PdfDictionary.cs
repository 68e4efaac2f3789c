using System.Text;

namespace LLTP.Hub.Security;

/// <summary>What a scan keeps of one dictionary: the few entries that signatures and streams need, and whether one of them came twice.</summary>
sealed class PdfDictionary
{
    const int LongestName = 64;
    static readonly HashSet<string> Wanted = ["Type", "SubFilter", "Contents", "ByteRange", "M", "Length"];

    Dictionary<string, PdfToken>? entries;
    string? key;
    bool hasValue = true;

    public bool IsAmbiguous { get; private set; }

    public PdfToken? Find(string name) => entries is not null && entries.TryGetValue(name, out var value) ? value : null;

    /// <summary>Takes the next token, or a whole nested object, of this dictionary.</summary>
    public void Take(PdfToken token, ReadOnlySpan<byte> file)
    {
        if (!hasValue)
            Put(token);
        else if (token.Kind == PdfTokenKind.Name)
            (key, hasValue) = (NameOf(file[(token.Start + 1)..token.End]), false);
        else
            Extend(token);
    }

    /// <summary>A name without its slash, #-escapes decoded (ISO 32000-1, 7.3.5); null when it is longer than any name of interest.</summary>
    public static string? NameOf(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > LongestName) return null;
        if (!raw.Contains((byte)'#')) return Encoding.Latin1.GetString(raw);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var escaped = raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]);
            text.Append(escaped ? (char)Convert.FromHexString(Encoding.ASCII.GetString(raw.Slice(i + 1, 2)))[0] : (char)raw[i]);
            if (escaped) i += 2;
        }
        return text.ToString();
    }

    void Put(PdfToken value)
    {
        hasValue = true;
        if (key is null || !Wanted.Contains(key)) return;
        entries ??= [];
        if (!entries.TryAdd(key, value)) IsAmbiguous = true;
    }

    // "1 0 R" is one value of three tokens; whatever else follows a value is no dictionary of ours.
    void Extend(PdfToken token)
    {
        if (key is null || entries is null || !entries.TryGetValue(key, out var value)) return;
        entries[key] = new(PdfTokenKind.Word, value.Start, token.End);
    }
}
