using System.Security.Cryptography;

namespace LLTP.Hub.Mappings;

static class Hashes
{
    /// <summary>SHA-256 as lower-case hex.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
