namespace LLTP.Hub.Security;

/// <summary>Bounds that foreign XML must keep while it is being read; attributes are counted among the nodes.</summary>
public sealed record XmlLimits
{
    /// <summary>16 MiB, depth 64, 200,000 nodes, 256 attributes and 64 namespace declarations per element.</summary>
    public static XmlLimits Default { get; } = new();

    public int Bytes { get; init; } = 16 * 1024 * 1024;
    public int Depth { get; init; } = 64;
    public int Nodes { get; init; } = 200_000;
    public int Attributes { get; init; } = 256;
    public int Namespaces { get; init; } = 64;
}
