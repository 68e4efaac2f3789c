using System.Text;

namespace LLTP.Hub.Simulators.Common;

/// <summary>A one-page PDF with some lines of text and a random grey picture that gives it the size of a scanned certificate.</summary>
static class PdfPage
{
    const int Width = 256;

    /// <summary>60 to 120 KB; the same random state makes the same bytes.</summary>
    public static byte[] Make(Random random, params IReadOnlyList<string> lines)
    {
        var picture = new byte[Width * random.Next(244, 472)];
        Noise.Fill(random, picture);
        return Assemble(
        [
            Text("<< /Type /Catalog /Pages 2 0 R >>"),
            Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>"),
            Stream("", Text(Content(lines))),
            Text("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
            Stream(" /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"
                + $" /Width {Width} /Height {picture.Length / Width}", picture),
        ]);
    }

    static string Content(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("q 128 0 0 128 60 80 cm /Im1 Do Q BT /F1 14 Tf 20 TL 60 780 Td");
        foreach (var line in lines)
            text.Append(" (").Append(line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")).Append(") Tj T*");
        return text.Append(" ET").ToString();
    }

    static byte[] Assemble(IReadOnlyList<byte[]> objects)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write("%PDF-1.4\n%\u00e2\u00e3\n"u8);
        foreach (var content in objects)
        {
            offsets.Add(file.Position);
            file.Write([.. Text($"{offsets.Count} 0 obj\n"), .. content, .. "\nendobj\n"u8]);
        }
        var table = file.Position;
        file.Write(Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            file.Write(Text($"{offset:D10} 00000 n \n"));
        file.Write(Text($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    static byte[] Stream(string dictionary, byte[] content) =>
        [.. Text($"<<{dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);
}
