namespace LLTP.Hub.Security;

/// <summary>The variant of the exclusive canonical form (W3C Exclusive XML Canonicalization 1.0) that is wanted.</summary>
sealed record CanonicalForm
{
    public static CanonicalForm Plain { get; } = new();

    /// <summary>The content that makes two messages the same: no signature, no indentation, no identifier set for signing.</summary>
    public static CanonicalForm Business { get; } = new() { BusinessOnly = true };

    public bool Comments { get; init; }
    public bool BusinessOnly { get; init; }
    public IReadOnlyList<string> InclusivePrefixes { get; init; } = [];
}
