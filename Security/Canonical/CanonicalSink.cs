using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace LLTP.Hub.Security;

/// <summary>Encodes canonical text to UTF-8 in small pieces straight into a hash.</summary>
sealed class CanonicalSink(HashAlgorithmName algorithm) : IDisposable
{
    static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r");
    static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r");
    static readonly SearchValues<char> OtherSpecials = SearchValues.Create("\r");

    readonly IncrementalHash hash = IncrementalHash.CreateHash(algorithm);
    readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
    int used;

    public void Text(ReadOnlySpan<char> text) => Escaped(text, TextSpecials);

    public void Attribute(ReadOnlySpan<char> text) => Escaped(text, AttributeSpecials);

    public void Other(ReadOnlySpan<char> text) => Escaped(text, OtherSpecials);

    public void Raw(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            Utf8.FromUtf16(text, buffer.AsSpan(used), out int characters, out int bytes);
            used += bytes;
            text = text[characters..];
            if (text.Length > 0) Flush();
        }
    }

    public byte[] Finish()
    {
        Flush();
        return hash.GetHashAndReset();
    }

    public void Dispose()
    {
        hash.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    void Escaped(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        for (int at = text.IndexOfAny(specials); at >= 0; at = text.IndexOfAny(specials))
        {
            Raw(text[..at]);
            Raw(Reference(text[at]));
            text = text[(at + 1)..];
        }
        Raw(text);
    }

    static string Reference(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\t' => "&#x9;",
        '\n' => "&#xA;",
        _ => "&#xD;",
    };

    void Flush()
    {
        hash.AppendData(buffer, 0, used);
        used = 0;
    }
}
