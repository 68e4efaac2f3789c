namespace LLTP.Hub.Tests.Edges;

/// <summary>What the hub kept of a refused message; Kept is the number of its bytes in the quarantine.</summary>
public sealed record Trace(string Door, string? Partner, string? Dossier, long Size, string Reason, long? Kept);
