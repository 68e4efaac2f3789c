using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Hashes the exclusive canonical form of an element while walking the tree, so that no copy of a large message is made.</summary>
sealed class ExclusiveWalk(CanonicalSink sink, CanonicalForm form, XmlElement apex, XmlElement? without)
{
    readonly List<(string Prefix, string Uri)> rendered = [];
    readonly List<XmlAttribute> attributes = [];

    /// <summary>The digest of an element, with one subtree left out (enveloped-signature transform).</summary>
    public static byte[] Digest(XmlElement apex, CanonicalForm form, HashAlgorithmName algorithm, XmlElement? without)
    {
        using var sink = new CanonicalSink(algorithm);
        new ExclusiveWalk(sink, form, apex, without).Write(apex);
        return sink.Finish();
    }

    void Write(XmlElement element)
    {
        int scope = rendered.Count;
        sink.Raw("<");
        sink.Raw(element.Name);
        WriteNamespaces(element);
        WriteAttributes(element);
        sink.Raw(">");
        WriteChildren(element);
        sink.Raw("</");
        sink.Raw(element.Name);
        sink.Raw(">");
        rendered.RemoveRange(scope, rendered.Count - scope);
    }

    void WriteNamespaces(XmlElement element)
    {
        int scope = rendered.Count;
        CollectAttributes(element);
        Use(element.Prefix, element.NamespaceURI);
        foreach (var attribute in attributes)
            if (attribute.Prefix.Length > 0) Use(attribute.Prefix, attribute.NamespaceURI);
        foreach (string prefix in form.InclusivePrefixes) Use(prefix, element.GetNamespaceOfPrefix(prefix));
        if (rendered.Count - scope > 1) rendered.Sort(scope, rendered.Count - scope, ByPrefix.Order);
        for (int i = scope; i < rendered.Count; i++)
            WritePair(rendered[i].Prefix.Length == 0 ? "xmlns" : "xmlns:" + rendered[i].Prefix, rendered[i].Uri);
    }

    void Use(string prefix, string uri)
    {
        if (prefix is "xml" or "xmlns" || (prefix.Length > 0 && uri.Length == 0)) return;
        if (Rendered(prefix) != uri) rendered.Add((prefix, uri));
    }

    string Rendered(string prefix)
    {
        for (int i = rendered.Count - 1; i >= 0; i--)
            if (rendered[i].Prefix == prefix) return rendered[i].Uri;
        return "";
    }

    void CollectAttributes(XmlElement element)
    {
        attributes.Clear();
        if (!element.HasAttributes) return;
        foreach (XmlAttribute attribute in element.Attributes)
            if (!IsDeclaration(attribute) && !IsLeftOut(attribute, element)) attributes.Add(attribute);
        if (attributes.Count > 1) attributes.Sort(ByName.Order);
    }

    bool IsLeftOut(XmlAttribute attribute, XmlElement element) => form.BusinessOnly && element == apex
        && attribute.LocalName == "Id" && attribute.NamespaceURI is "" or Names.Wsu;

    static bool IsDeclaration(XmlAttribute attribute) => attribute.Prefix == "xmlns" || attribute.Name == "xmlns";

    void WriteAttributes(XmlElement element)
    {
        if (!element.HasAttributes) return;
        foreach (var attribute in attributes) WritePair(attribute.Name, attribute.Value);
    }

    void WritePair(string name, string value)
    {
        sink.Raw(" ");
        sink.Raw(name);
        sink.Raw("=\"");
        sink.Attribute(value);
        sink.Raw("\"");
    }

    void WriteChildren(XmlElement element)
    {
        bool indented = form.BusinessOnly && HasElements(element);
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
            if (!IsOmitted(node, indented)) WriteNode(node);
    }

    bool IsOmitted(XmlNode node, bool indented) => node == without
        || (form.BusinessOnly && node.ParentNode == apex && node is XmlElement { LocalName: "Signature", NamespaceURI: Names.Signature })
        || (indented && node is XmlCharacterData and not XmlComment && node.Value.AsSpan().Trim(" \t\r\n").IsEmpty);

    static bool HasElements(XmlElement element)
    {
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
            if (node is XmlElement) return true;
        return false;
    }

    void WriteNode(XmlNode node)
    {
        if (node is XmlElement element) Write(element);
        else if (node is XmlProcessingInstruction instruction) WriteInstruction(instruction);
        else if (node is XmlComment comment) WriteComment(comment);
        else if (node is XmlCharacterData text) sink.Text(text.Data);
        else throw new InvalidOperationException($"A node of type {node.NodeType} cannot come from a document without DTD.");
    }

    void WriteComment(XmlComment comment)
    {
        if (!form.Comments) return;
        sink.Raw("<!--");
        sink.Other(comment.Data);
        sink.Raw("-->");
    }

    void WriteInstruction(XmlProcessingInstruction instruction)
    {
        sink.Raw("<?");
        sink.Raw(instruction.Target);
        if (instruction.Data.Length > 0) sink.Raw(" ");
        sink.Other(instruction.Data);
        sink.Raw("?>");
    }

    sealed class ByPrefix : IComparer<(string Prefix, string Uri)>
    {
        public static ByPrefix Order { get; } = new();

        public int Compare((string Prefix, string Uri) x, (string Prefix, string Uri) y) =>
            string.CompareOrdinal(x.Prefix, y.Prefix);
    }

    sealed class ByName : IComparer<XmlAttribute>
    {
        public static ByName Order { get; } = new();

        public int Compare(XmlAttribute? x, XmlAttribute? y)
        {
            int order = string.CompareOrdinal(x?.NamespaceURI, y?.NamespaceURI);
            return order != 0 ? order : string.CompareOrdinal(x?.LocalName, y?.LocalName);
        }
    }
}
