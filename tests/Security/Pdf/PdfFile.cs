using System.Globalization;
using System.Text;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>A one-page PDF that grows by revisions, with cross-reference tables, or cross-reference and object streams.</summary>
sealed record PdfFile(byte[] Bytes, int Size, int CrossReference, bool Streams, IReadOnlyList<int> Fields)
{
    public const string Text = "PHIEU LY LICH TU PHAP";
    const int Hole = 12_000;
    const string RangeHole = "[0 0000000000 0000000000 0000000000]";

    public static PdfFile Plain(bool streams = false, string extra = "") => new PdfFile(Encoding.Latin1.GetBytes($"%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n{extra}"), 1, 0, streams, [])
        .Revise((1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, Page([])),
            (4, Stream("", $"BT /F1 14 Tf 60 780 Td ({Text}) Tj ET")), (5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));

    public PdfFile Signed(PdfCms? how = null) => Prepared(how ??= new()).Filled(how.Sign);

    /// <summary>An incremental update with a signature field whose value is still a hole.</summary>
    public PdfFile Prepared(PdfCms how, string type = "Sig", string more = "")
    {
        int value = Size, field = Size + 1;
        int[] fields = [.. Fields, field];
        var dictionary = $"<< /Type /{type} /Filter /Adobe.PPKLite /SubFilter /{how.SubFilter} /ByteRange {RangeHole}{more}"
            + $" /M (D:20261121080000+07'00') /Contents <{new string('0', Hole)}> >>";
        var kids = string.Join(' ', fields.Select(one => $"{one} 0 R"));
        return Revise((value, dictionary),
            (field, $"<< /FT /Sig /Type /Annot /Subtype /Widget /F 132 /T (Chu ky {field}) /Rect [0 0 0 0] /P 3 0 R /V {value} 0 R >>"),
            (3, Page(fields)), (1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [{kids}] >> >>")) with { Fields = fields };
    }

    /// <summary>Fills the last hole: the range over everything but the value, then the value over that range.</summary>
    public PdfFile Filled(Func<byte[], byte[]> sign)
    {
        var file = (byte[])Bytes.Clone();
        var start = file.AsSpan().LastIndexOf("/Contents <00"u8) + "/Contents ".Length;
        var end = start + Hole + 2;
        var range = $"[0 {start} {end} {file.Length - end}]".PadRight(RangeHole.Length);
        Put(range, file, file.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(RangeHole)));
        Put(Convert.ToHexString(sign([.. file[..start], .. file[end..]])), file, start + 1);
        return this with { Bytes = file };
    }

    public PdfFile Revise(params (int Number, string Body)[] objects)
    {
        using var file = new MemoryStream();
        file.Write(Bytes);
        var places = new SortedDictionary<int, (int Type, int Where, int Index)>();
        var size = Math.Max(Size, objects.Max(one => one.Number) + 1);
        var packed = Streams ? [.. objects.Where(one => !one.Body.Contains("stream") && !one.Body.Contains("/ByteRange"))] : Array.Empty<(int, string)>();
        foreach (var (number, body) in objects.Except(packed))
            places[number] = (1, Write(file, number, body), 0);
        if (packed.Length > 0)
        {
            for (var i = 0; i < packed.Length; i++) places[packed[i].Item1] = (2, size, i);
            places[size] = (1, Write(file, size, Pack(packed)), 0);
            size++;
        }
        var table = (int)file.Position;
        var previous = CrossReference > 0 ? $" /Prev {CrossReference}" : "";
        file.Write(Encoding.Latin1.GetBytes(Streams ? CrossStream(size, table, previous, places) : CrossTable(size, previous, places)));
        file.Write(Encoding.ASCII.GetBytes($"startxref\n{table}\n%%EOF\n"));
        return this with { Bytes = file.ToArray(), Size = Streams ? size + 1 : size, CrossReference = table };
    }

    public static string Stream(string dictionary, string content) => $"<<{dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream";

    static string Page(IEnumerable<int> fields) => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        + $" /Resources << /Font << /F1 5 0 R >> >> /Annots [{string.Join(' ', fields.Select(one => $"{one} 0 R"))}] >>";

    static int Write(MemoryStream file, int number, string body)
    {
        var start = (int)file.Position;
        file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n{body}\nendobj\n"));
        return start;
    }

    static string Pack((int Number, string Body)[] objects)
    {
        var content = string.Join('\n', objects.Select(one => one.Body));
        var at = 0;
        var index = new StringBuilder();
        foreach (var (number, body) in objects)
        {
            index.Append(CultureInfo.InvariantCulture, $"{number} {at} ");
            at += body.Length + 1;
        }
        return Stream($" /Type /ObjStm /N {objects.Length} /First {index.Length}", index + content);
    }

    static string CrossTable(int size, string previous, SortedDictionary<int, (int Type, int Where, int Index)> places)
    {
        var table = new StringBuilder(previous.Length == 0 ? "xref\n0 1\n0000000000 65535 f \n" : "xref\n");
        foreach (var (number, place) in places)
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place.Where:D10} 00000 n \n");
        return table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root 1 0 R{previous} >>\n").ToString();
    }

    static string CrossStream(int number, int table, string previous, SortedDictionary<int, (int Type, int Where, int Index)> places)
    {
        places[number] = (1, table, 0);
        var index = string.Join(' ', places.Keys.Select(one => $"{one} 1"));
        var rows = string.Concat(places.Values.Select(one =>
            $"{(char)one.Type}{(char)(one.Where >> 24)}{(char)(one.Where >> 16 & 255)}{(char)(one.Where >> 8 & 255)}{(char)(one.Where & 255)}{(char)one.Index}"));
        return $"{number} 0 obj\n{Stream($" /Type /XRef /W [1 4 1] /Index [{index}] /Size {number + 1} /Root 1 0 R{previous}", rows)}\nendobj\n";
    }

    static void Put(string text, byte[] file, int at) => Encoding.ASCII.GetBytes(text).CopyTo(file, at);
}
