namespace LLTP.Hub.Security;

/// <summary>The variant of the canonical form that is wanted: Exclusive XML Canonicalization 1.0 unless <see cref="Inclusive"/> says Canonical XML.</summary>
public sealed record CanonicalForm
{
    public static CanonicalForm Plain { get; } = new();

    /// <summary>The content that makes two messages the same: no signature, no indentation, no identifier set for signing.</summary>
    internal static CanonicalForm Business { get; } = new() { BusinessOnly = true };

    /// <summary>What XML signatures take where no transform is named: Canonical XML 1.0 without comments.</summary>
    internal static CanonicalForm Implied { get; } = new() { Inclusive = true };

    public bool Comments { get; init; }

    /// <summary>Canonical XML 1.0: the apex inherits the namespaces and the xml: attributes of its ancestors.</summary>
    public bool Inclusive { get; init; }

    /// <summary>The prefixes of an InclusiveNamespaces list, the default namespace as empty text; only for the exclusive form.</summary>
    public IReadOnlyList<string> InclusivePrefixes { get; init; } = [];

    internal bool BusinessOnly { get; init; }

    /// <summary>Canonical XML 1.1 was named: computed as 1.0, and only where both give the same octets.</summary>
    internal bool Newer { get; init; }
}
