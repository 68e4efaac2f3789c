using System.Security.Cryptography;

namespace LLTP.Hub.Security;

/// <summary>SHA-256 of bytes, as lower-case hex.</summary>
public static class Fingerprint
{
    public static string Sha256Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
