using System.Text;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Files of 100 KB to 2 MB whose first bytes say truly what they are.</summary>
static class CitizenFiles
{
    const int Smallest = 100 * 1024;
    const int Largest = 2 * 1024 * 1024;

    static readonly byte[] JpegStart = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0x00, 0x01];
    static readonly byte[] JpegEnd = [0xFF, 0xD9];
    static readonly byte[] PdfStart = "%PDF-1.4\n"u8.ToArray();
    static readonly byte[] PdfEnd = Encoding.ASCII.GetBytes("\n%%EOF\n");

    public static IReadOnlyList<CitizenFile> Make(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(n => Make(random, n, random.Next(2) == 0))];

    static CitizenFile Make(Random random, int number, bool pdf) => pdf
        ? new($"GT{number:D2}", "Bản chụp giấy tờ chứng minh đối tượng", "application/pdf", Fill(random, PdfStart, PdfEnd))
        : new($"GT{number:D2}", "Ảnh chụp thẻ căn cước", "image/jpeg", Fill(random, JpegStart, JpegEnd));

    static byte[] Fill(Random random, byte[] start, byte[] end)
    {
        var bytes = new byte[random.Next(Smallest, Largest)];
        Noise.Fill(random, bytes);
        start.CopyTo(bytes, 0);
        end.CopyTo(bytes, bytes.Length - end.Length);
        return bytes;
    }
}
