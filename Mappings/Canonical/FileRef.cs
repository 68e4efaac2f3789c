namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A file by the SHA-256 (lower-case hex) and the size of its bytes, which travel beside the content.</summary>
public sealed record FileRef(string Sha256, long Size);

/// <summary>Gives the bytes of a file that the caller has already loaded.</summary>
public delegate ReadOnlyMemory<byte> FileSource(FileRef file);
