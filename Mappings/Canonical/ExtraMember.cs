namespace LLTP.Hub.Mappings.Canonical;

/// <summary>
/// What the canonical model has no place for, kept as it came: unknown members, and the very form of known ones that were
/// null, empty or of another JSON type than the contract says.
/// </summary>
public sealed record ExtraMember(string Parent, string Name, string Json, bool Known);
