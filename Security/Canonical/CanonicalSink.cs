using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace LLTP.Hub.Security;

/// <summary>Collects canonical text and encodes it to UTF-8 in pieces, straight into a hash or a stream.</summary>
sealed class CanonicalSink : IDisposable
{
    const int Piece = 4096;
    static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r");
    static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r");
    static readonly SearchValues<char> OtherSpecials = SearchValues.Create("\r");

    readonly IncrementalHash? hash;
    readonly Stream? stream;
    readonly char[] text = ArrayPool<char>.Shared.Rent(Piece);
    readonly byte[] encoded = ArrayPool<byte>.Shared.Rent(Piece * 3);
    int used;

    public CanonicalSink(HashAlgorithmName algorithm) => hash = IncrementalHash.CreateHash(algorithm);

    public CanonicalSink(Stream stream) => this.stream = stream;

    public void Text(ReadOnlySpan<char> value) => Escaped(value, TextSpecials);

    public void Attribute(ReadOnlySpan<char> value) => Escaped(value, AttributeSpecials);

    public void Other(ReadOnlySpan<char> value) => Escaped(value, OtherSpecials);

    public void Raw(char value)
    {
        if (used == Piece) Flush();
        text[used++] = value;
    }

    public void Raw(ReadOnlySpan<char> value)
    {
        while (value.Length > Piece - used)
        {
            int part = Piece - used;
            value[..part].CopyTo(text.AsSpan(used));
            used = Piece;
            value = value[part..];
            Flush();
        }
        value.CopyTo(text.AsSpan(used));
        used += value.Length;
    }

    /// <summary>Ends the text; the digest, or nothing when it went to a stream.</summary>
    public byte[] Finish()
    {
        Flush();
        return hash?.GetHashAndReset() ?? [];
    }

    public void Dispose()
    {
        hash?.Dispose();
        ArrayPool<char>.Shared.Return(text, clearArray: true);
        ArrayPool<byte>.Shared.Return(encoded, clearArray: true);
    }

    void Escaped(ReadOnlySpan<char> value, SearchValues<char> specials)
    {
        for (int at = value.IndexOfAny(specials); at >= 0; at = value.IndexOfAny(specials))
        {
            Raw(value[..at]);
            Raw(Reference(value[at]));
            value = value[(at + 1)..];
        }
        Raw(value);
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

    // The first half of a surrogate pair at the end of a piece waits for the second.
    void Flush()
    {
        Utf8.FromUtf16(text.AsSpan(0, used), encoded, out int taken, out int bytes, isFinalBlock: false);
        if (hash is not null) hash.AppendData(encoded, 0, bytes);
        else stream?.Write(encoded, 0, bytes);
        text.AsSpan(taken, used - taken).CopyTo(text);
        used -= taken;
    }
}
