namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>Small damages of a file: bits, bytes, cuts, copies and swapped pieces, some of them inside the signature's value.</summary>
static class PdfMutation
{
    static readonly byte[][] Words = [.. new[] { "<<", ">>", "[", "]", "(", ")", "<", ">", "%", "/", "stream", "endstream", "/ByteRange", "/Contents", "0", "FF", "\0" }
        .Select(System.Text.Encoding.ASCII.GetBytes)];

    public static byte[] Of(byte[] file, Random random)
    {
        var mutant = (byte[])file.Clone();
        for (var i = random.Next(1, 4); i > 0; i--)
            mutant = Once(mutant, random);
        return mutant;
    }

    static byte[] Once(byte[] file, Random random)
    {
        if (file.Length == 0) return file;
        int at = Place(file, random), length = Math.Min(random.Next(1, 40), file.Length - at);
        switch (random.Next(7))
        {
            case 0:
                file[at] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                file[at] = (byte)random.Next(256);
                return file;
            case 2:
                return [.. file[..at], .. file[(at + length)..]];
            case 3:
                return [.. file[..at], .. file[at..(at + length)], .. file[at..]];
            case 4:
                return [.. file[..at], .. Words[random.Next(Words.Length)], .. file[at..]];
            case 5:
                file[at] = (byte)"0123456789ABCDEF"[random.Next(16)];
                return file;
            default:
                return file[..at];
        }
    }

    // Half of the damages hit the first part of a value, where the CMS stands.
    static int Place(byte[] file, Random random)
    {
        var value = file.AsSpan().LastIndexOf("/Contents <"u8);
        return value > 0 && random.Next(2) == 0 ? Math.Min(file.Length - 1, value + 11 + random.Next(3400)) : random.Next(Math.Max(1, file.Length));
    }
}
