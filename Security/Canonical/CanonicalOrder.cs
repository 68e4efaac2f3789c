using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The order of attributes in canonical XML: by namespace, then by local name, both by code point.</summary>
sealed class CanonicalOrder : IComparer<XmlAttribute>
{
    public static CanonicalOrder Attributes { get; } = new();

    public int Compare(XmlAttribute? x, XmlAttribute? y)
    {
        int order = ByCodePoint(x?.NamespaceURI, y?.NamespaceURI);
        return order != 0 ? order : ByCodePoint(x?.LocalName, y?.LocalName);
    }

    // UTF-16 sorts the surrogates before U+E000 to U+FFFF, code points sort them behind.
    public static int ByCodePoint(string? x, string? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        var left = x.AsSpan();
        var right = y.AsSpan();
        int same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length - right.Length;
        var (a, b) = (left[same], right[same]);
        return char.IsSurrogate(a) != char.IsSurrogate(b) && a >= '\uD800' && b >= '\uD800'
            ? (char.IsSurrogate(a) ? 1 : -1)
            : a - b;
    }
}
