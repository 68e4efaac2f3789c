namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The official who did something.</summary>
public sealed record Officer(string Name, string? Title, string? Department);
