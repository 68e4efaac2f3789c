using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Every identifier and every signature of a document, gathered in one walk.</summary>
sealed class DocumentIndex
{
    readonly Dictionary<string, XmlElement> ids = [];
    readonly XmlElement? root;

    DocumentIndex(XmlDocument document) => root = document.DocumentElement;

    public bool HasDuplicate { get; private set; }
    public List<XmlElement> Signatures { get; } = [];

    public static DocumentIndex Of(XmlDocument document)
    {
        var index = new DocumentIndex(document);
        if (index.root is { } root) index.Walk(root);
        return index;
    }

    /// <summary>The element a same-document reference means; anything else, such as another document, means nothing.</summary>
    public XmlElement? Resolve(string reference)
    {
        if (reference.Length == 0) return root;
        return reference[0] == '#' ? ids.GetValueOrDefault(reference[1..]) : null;
    }

    /// <summary>The same for any allowed form of reference; an empty one or #xpointer(/) means the document with what stands beside its root.</summary>
    public XmlNode? Target(string reference) => ReferenceUri.IsDocument(reference)
        ? root?.OwnerDocument
        : ids.GetValueOrDefault(ReferenceUri.IdOf(reference));

    // As deep as the limits of reading let a document be.
    void Walk(XmlElement element)
    {
        Take(element);
        for (var node = element.FirstChild; node is not null; node = node.NextSibling)
            if (node.NodeType == XmlNodeType.Element) Walk((XmlElement)node);
    }

    void Take(XmlElement element)
    {
        if (element is { LocalName: "Signature", NamespaceURI: Names.Signature }) Signatures.Add(element);
        if (!element.HasAttributes) return;
        var attributes = element.Attributes;
        for (int i = 0; i < attributes.Count; i++)
            if (attributes[i] is var attribute && IsId(attribute) && !ids.TryAdd(attribute.Value, element) && ids[attribute.Value] != element) HasDuplicate = true;
    }

    static bool IsId(XmlAttribute attribute) => attribute.NamespaceURI switch
    {
        "" => attribute.LocalName is "Id" or "ID" or "id",
        Names.Wsu => attribute.LocalName == "Id",
        Names.Xml => attribute.LocalName == "id",
        _ => false,
    };
}
