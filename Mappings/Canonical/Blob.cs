namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The bytes of a file found in a message.</summary>
public sealed record Blob(string Sha256, ReadOnlyMemory<byte> Bytes);
