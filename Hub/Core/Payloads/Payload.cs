using LLTP.Hub.Security;

namespace LLTP.Hub.Core.Payloads;

/// <summary>Bytes on their way into the store, named by their SHA-256 (lower-case hex) and already sealed.</summary>
public sealed record Payload(string Hash, long Size, Sealed Sealed)
{
    public static Payload Of(ReadOnlyMemory<byte> bytes, Vault vault) => new(Fingerprint.Sha256Hex(bytes.Span), bytes.Length, vault.Seal(bytes));
}
