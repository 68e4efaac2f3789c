namespace LLTP.Hub.Security;

/// <summary>The namespace declarations that the canonical form has written so far, innermost last.</summary>
sealed class RenderedNamespaces
{
    readonly List<(string Prefix, string Uri)> rendered = [];

    public int Count => rendered.Count;

    public (string Prefix, string Uri) this[int index] => rendered[index];

    /// <summary>Adds a declaration unless it is in force already or needs none.</summary>
    public void Use(string prefix, string uri)
    {
        if (prefix is "xml" or "xmlns" || (prefix.Length > 0 && uri.Length == 0)) return;
        if (InForce(prefix) != uri) rendered.Add((prefix, uri));
    }

    public void SortFrom(int start)
    {
        int added = rendered.Count - start;
        if (added > 1) rendered.Sort(start, added, ByPrefix.Order);
    }

    public void CutTo(int count)
    {
        if (rendered.Count > count) rendered.RemoveRange(count, rendered.Count - count);
    }

    string InForce(string prefix)
    {
        for (int i = rendered.Count - 1; i >= 0; i--)
            if (rendered[i].Prefix == prefix) return rendered[i].Uri;
        return "";
    }

    sealed class ByPrefix : IComparer<(string Prefix, string Uri)>
    {
        public static ByPrefix Order { get; } = new();

        public int Compare((string Prefix, string Uri) x, (string Prefix, string Uri) y) => CanonicalOrder.ByCodePoint(x.Prefix, y.Prefix);
    }
}
