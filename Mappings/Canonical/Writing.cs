namespace LLTP.Hub.Mappings.Canonical;

/// <summary>What came of writing a message: either its bytes, or the reason why this contract cannot say it.</summary>
public sealed record Writing(ReadOnlyMemory<byte>? Bytes, MappingFailure? Failure, IReadOnlyList<ReportLine> Report);
