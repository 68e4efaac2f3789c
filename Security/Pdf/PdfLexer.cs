using System.Buffers;

namespace LLTP.Hub.Security;

/// <summary>Cuts a PDF file into the tokens of ISO 32000-1, 7.2 and 7.3: one pass from front to back, no recursion.</summary>
ref struct PdfLexer(ReadOnlySpan<byte> file)
{
    static readonly SearchValues<byte> Irregular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    static readonly SearchValues<byte> Space = SearchValues.Create("\0\t\n\f\r "u8);
    static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    static readonly SearchValues<byte> LiteralMarks = SearchValues.Create("()\\"u8);

    readonly ReadOnlySpan<byte> file = file;

    public int Position { get; set; }

    public PdfToken Next()
    {
        SkipSpace();
        var start = Position;
        var kind = start == file.Length ? PdfTokenKind.End : Take(file[start]);
        return new(kind, start, Position);
    }

    public void SkipSpace()
    {
        while (Position < file.Length)
        {
            Move(file[Position..].IndexOfAnyExcept(Space));
            if (Position == file.Length || file[Position] != '%') return;
            Move(file[Position..].IndexOfAny((byte)'\r', (byte)'\n'));
        }
    }

    PdfTokenKind Take(byte first) => first switch
    {
        (byte)'/' => Name(),
        (byte)'(' => Literal(),
        (byte)'<' => Follows('<') ? Take(2, PdfTokenKind.DictionaryStart) : Hex(),
        (byte)'>' => Follows('>') ? Take(2, PdfTokenKind.DictionaryEnd) : Take(1, PdfTokenKind.Word),
        (byte)'[' => Take(1, PdfTokenKind.ArrayStart),
        (byte)']' => Take(1, PdfTokenKind.ArrayEnd),
        (byte)')' or (byte)'{' or (byte)'}' => Take(1, PdfTokenKind.Word),
        _ => Regular(),
    };

    bool Follows(char second) => Position + 1 < file.Length && file[Position + 1] == second;

    PdfTokenKind Take(int length, PdfTokenKind kind)
    {
        Position += length;
        return kind;
    }

    PdfTokenKind Name()
    {
        Position++;
        Move(file[Position..].IndexOfAny(Irregular));
        return PdfTokenKind.Name;
    }

    PdfTokenKind Regular()
    {
        var start = Position;
        Move(file[Position..].IndexOfAny(Irregular));
        return file[start..Position].ContainsAnyExcept(Digits) ? PdfTokenKind.Word : PdfTokenKind.Integer;
    }

    PdfTokenKind Hex()
    {
        var length = file[Position..].IndexOf((byte)'>');
        Move(length < 0 ? length : length + 1);
        return length < 0 ? PdfTokenKind.Broken : PdfTokenKind.Hex;
    }

    PdfTokenKind Literal()
    {
        var depth = 0;
        while (Position < file.Length)
        {
            Move(file[Position..].IndexOfAny(LiteralMarks));
            if (Position == file.Length) break;
            var mark = file[Position];
            Move(mark == '\\' ? 2 : 1);
            depth += mark == '(' ? 1 : mark == ')' ? -1 : 0;
            if (depth == 0) return PdfTokenKind.Text;
        }
        return PdfTokenKind.Broken;
    }

    // A search that found nothing ends at the end of the file.
    void Move(int length) => Position = length < 0 ? file.Length : Math.Min(file.Length, Position + length);
}
