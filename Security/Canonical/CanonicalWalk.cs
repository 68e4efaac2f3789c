using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Writes the canonical form of an element or a document while walking the tree, so that no copy of a large message is made.</summary>
sealed class CanonicalWalk(CanonicalSink sink, CanonicalForm form, XmlNode apex, XmlNode? without)
{
    readonly RenderedNamespaces namespaces = new();
    readonly List<XmlAttribute> attributes = [];

    /// <summary>The digest of an element or document, with one subtree left out (enveloped-signature transform).</summary>
    public static byte[] Digest(XmlNode apex, CanonicalForm form, HashAlgorithmName algorithm, XmlNode? without)
    {
        using var sink = new CanonicalSink(algorithm);
        return Run(sink, form, apex, without);
    }

    public static byte[] Run(CanonicalSink sink, CanonicalForm form, XmlNode apex, XmlNode? without)
    {
        var walk = new CanonicalWalk(sink, form, apex, without);
        if (apex is XmlElement element) walk.WriteElement(element);
        else walk.WriteDocument();
        return sink.Finish();
    }

    // Comments and instructions beside the root stand on lines of their own.
    void WriteDocument()
    {
        bool behind = false;
        for (var node = apex.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node == without) continue;
            bool isRoot = node is XmlElement;
            bool isWritten = isRoot || node is XmlProcessingInstruction || (form.Comments && node is XmlComment);
            if (!isWritten) continue;
            if (behind) sink.Raw('\n');
            WriteNode(node);
            if (isRoot) behind = true;
            else if (!behind) sink.Raw('\n');
        }
    }

    void WriteElement(XmlElement element)
    {
        int scope = namespaces.Count;
        string name = element.Name;
        sink.Raw('<');
        sink.Raw(name);
        WriteHead(element, scope);
        sink.Raw('>');
        WriteChildren(element);
        sink.Raw("</");
        sink.Raw(name);
        sink.Raw('>');
        namespaces.CutTo(scope);
    }

    void WriteHead(XmlElement element, int scope)
    {
        attributes.Clear();
        if (element.HasAttributes) CollectAttributes(element);
        if (element == apex) Inherit(element);
        if (!form.Inclusive)
        {
            namespaces.Use(element.Prefix, element.NamespaceURI);
            foreach (var attribute in attributes)
                if (attribute.Prefix.Length > 0) namespaces.Use(attribute.Prefix, attribute.NamespaceURI);
        }
        namespaces.SortFrom(scope);
        for (int i = scope; i < namespaces.Count; i++) WriteDeclaration(namespaces[i].Prefix, namespaces[i].Uri);
        if (attributes.Count > 1) attributes.Sort(CanonicalOrder.Attributes);
        foreach (var attribute in attributes) WritePair(attribute.Name, attribute.Value);
    }

    void CollectAttributes(XmlElement element)
    {
        var all = element.Attributes;
        for (int i = 0; i < all.Count; i++)
        {
            var attribute = all[i];
            if (Declarations.PrefixOf(attribute) is { } prefix) UseDeclared(prefix, attribute.Value);
            else if (!IsLeftOut(attribute, element)) attributes.Add(attribute);
        }
    }

    void UseDeclared(string prefix, string uri)
    {
        if (form.Inclusive || (form.InclusivePrefixes.Count > 0 && form.InclusivePrefixes.Contains(prefix))) namespaces.Use(prefix, uri);
    }

    // What the ancestors outside the canonical form declare belongs to the apex: all of it, or what the prefix list names.
    void Inherit(XmlElement element)
    {
        if (form.Inclusive) Declarations.AddLanguageOfAncestors(element, attributes);
        if (!form.Inclusive && form.InclusivePrefixes.Count == 0) return;
        foreach (var (prefix, uri) in Declarations.OfAncestors(element)) UseDeclared(prefix, uri);
    }

    bool IsLeftOut(XmlAttribute attribute, XmlElement element) => form.BusinessOnly && element == apex
        && attribute.LocalName == "Id" && attribute.NamespaceURI is "" or Names.Wsu;

    void WriteDeclaration(string prefix, string uri) => WritePair(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, uri);

    void WritePair(string name, string value)
    {
        sink.Raw(' ');
        sink.Raw(name);
        sink.Raw("=\"");
        sink.Attribute(value);
        sink.Raw('"');
    }

    void WriteChildren(XmlElement element)
    {
        bool indented = form.BusinessOnly && HasElements(element);
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
            if (node != without && !(form.BusinessOnly && IsOmitted(node, indented))) WriteNode(node);
    }

    bool IsOmitted(XmlNode node, bool indented) =>
        (node.ParentNode == apex && node is XmlElement { LocalName: "Signature", NamespaceURI: Names.Signature })
        || (indented && node is XmlCharacterData and not XmlComment && node.Value.AsSpan().Trim(" \t\r\n").IsEmpty);

    static bool HasElements(XmlElement element)
    {
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
            if (node is XmlElement) return true;
        return false;
    }

    void WriteNode(XmlNode node)
    {
        if (node is XmlText plain) sink.Text(plain.Data);
        else if (node is XmlElement element) WriteElement(element);
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
        if (instruction.Data.Length > 0) sink.Raw(' ');
        sink.Other(instruction.Data);
        sink.Raw("?>");
    }
}
