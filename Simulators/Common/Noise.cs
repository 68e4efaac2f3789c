namespace LLTP.Hub.Simulators.Common;

/// <summary>Fills files with bytes drawn by the seed, cheaply: one random block, repeated.</summary>
static class Noise
{
    const int Block = 8 * 1024;

    public static void Fill(Random random, Span<byte> bytes)
    {
        var block = new byte[Math.Min(Block, bytes.Length)];
        random.NextBytes(block);
        for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(Block, rest.Length)..])
            block.AsSpan(0, Math.Min(Block, rest.Length)).CopyTo(rest);
    }
}
