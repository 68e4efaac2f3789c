namespace LLTP.Hub.Mappings.Canonical;

/// <summary>An amount exactly as the partner wrote it, with its value in đồng where it could be read.</summary>
public sealed record Money(string Raw, long? Dong);
