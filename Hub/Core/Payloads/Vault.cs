namespace LLTP.Hub.Core.Payloads;

/// <summary>Bytes as the store keeps them, and the key that opens them.</summary>
public sealed record Sealed(string KeyId, ReadOnlyMemory<byte> Bytes);

/// <summary>The one pair through which payload bytes enter and leave the store. Identity for now: nothing is encrypted at rest yet.</summary>
public sealed class Vault
{
    const string Plain = "plain";

    public Sealed Seal(ReadOnlyMemory<byte> bytes) => new(Plain, bytes);

    /// <exception cref="InvalidOperationException">The key is not known here.</exception>
    public ReadOnlyMemory<byte> Open(string keyId, ReadOnlyMemory<byte> bytes) => keyId == Plain
        ? bytes
        : throw new InvalidOperationException($"No key '{keyId}' to open this payload.");
}
