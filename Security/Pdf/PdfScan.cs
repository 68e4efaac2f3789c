using System.Buffers;

namespace LLTP.Hub.Security;

/// <summary>
/// Finds every signature dictionary of a file, of all its revisions, wherever one stands outside streams and strings. Cross-references are not
/// followed: the bytes around a Contents string are signed or refused as a whole, so a dictionary that nothing refers to gains nobody anything.
/// </summary>
ref struct PdfScan(ReadOnlySpan<byte> file)
{
    const int DeepestNesting = 64;
    const int MostSignatures = 16;
    const int LongestGap = 16;

    static readonly SearchValues<byte> WhiteSpace = SearchValues.Create("\0\t\n\f\r "u8);

    readonly ReadOnlySpan<byte> file = file;
    readonly List<PdfSignatureDictionary> found = [];
    readonly Stack<(PdfDictionary? Dictionary, int Start)> open = new();
    PdfLexer lexer = new(file);
    PdfDictionary? closed;

    /// <summary>The signature dictionaries in the order of the file, or why the file cannot be judged.</summary>
    public static (IReadOnlyList<PdfSignatureDictionary> Found, PdfRefusal? Refusal) Run(ReadOnlySpan<byte> file)
    {
        var scan = new PdfScan(file);
        while (true)
        {
            var token = scan.lexer.Next();
            if (token.Kind == PdfTokenKind.End)
                return (scan.found, scan.open.Count == 0 ? null : PdfRefusal.Of(PdfRefusalCode.Malformed));
            if (scan.Take(token) is { } code)
                return ([], PdfRefusal.Of(code));
        }
    }

    PdfRefusalCode? Take(PdfToken token)
    {
        switch (token.Kind)
        {
            case PdfTokenKind.Broken:
                return PdfRefusalCode.Malformed;
            case PdfTokenKind.DictionaryStart or PdfTokenKind.ArrayStart:
                open.Push((token.Kind == PdfTokenKind.DictionaryStart ? new() : null, token.Start));
                return open.Count > DeepestNesting ? PdfRefusalCode.TooDeep : null;
            case PdfTokenKind.DictionaryEnd or PdfTokenKind.ArrayEnd:
                return Close(token);
            default:
                return Plain(token);
        }
    }

    PdfRefusalCode? Plain(PdfToken token)
    {
        if (open.TryPeek(out var around))
            around.Dictionary?.Take(token, file);
        else if (token.Kind == PdfTokenKind.Word && file[token.Start..token.End].SequenceEqual("stream"u8))
            return SkipStream() ? null : PdfRefusalCode.Malformed;
        closed = null;
        return null;
    }

    PdfRefusalCode? Close(PdfToken token)
    {
        if (!open.TryPop(out var inner) || inner.Dictionary is null == (token.Kind == PdfTokenKind.DictionaryEnd))
            return PdfRefusalCode.Malformed;
        closed = inner.Dictionary;
        if (open.TryPeek(out var around))
            around.Dictionary?.Take(new(closed is null ? PdfTokenKind.ArrayStart : PdfTokenKind.DictionaryStart, inner.Start, token.End), file);
        return closed?.Find("ByteRange") is null ? null : Keep(closed, token.End);
    }

    PdfRefusalCode? Keep(PdfDictionary dictionary, int end)
    {
        if (PdfSignatureDictionary.Of(dictionary, end, file) is not { } signature) return PdfRefusalCode.SignatureMalformed;
        found.Add(signature);
        return found.Count > MostSignatures ? PdfRefusalCode.SignatureCount : null;
    }

    // By its Length where that is written down and leads to "endstream", else to the first such word.
    bool SkipStream()
    {
        if (lexer.Position < file.Length && file[lexer.Position] == '\r') lexer.Position++;
        if (lexer.Position < file.Length && file[lexer.Position] == '\n') lexer.Position++;
        if (closed?.Find("Length") is { Kind: PdfTokenKind.Integer } length && EndsAfter(file[length.Start..length.End])) return true;
        var distance = file[lexer.Position..].IndexOf("endstream"u8);
        if (distance >= 0) lexer.Position += distance;
        return distance >= 0;
    }

    bool EndsAfter(ReadOnlySpan<byte> digits)
    {
        var start = lexer.Position;
        if (!int.TryParse(digits, out var length) || length < 0 || length > file.Length - start) return false;
        // Only so far: many lengths may lead to one long gap.
        var gap = file.Slice(start + length, Math.Min(LongestGap, file.Length - start - length)).IndexOfAnyExcept(WhiteSpace);
        if (gap < 0 || !file[(start + length + gap)..].StartsWith("endstream"u8)) return false;
        lexer.Position = start + length + gap;
        return true;
    }
}
