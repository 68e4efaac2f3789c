using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Builds a document node by node and stops at the first limit that is passed.</summary>
sealed class BoundedLoad(XmlReader reader, XmlLimits limits)
{
    const string Xmlns = "http://www.w3.org/2000/xmlns/";
    readonly XmlDocument document = new(reader.NameTable) { PreserveWhitespace = true, XmlResolver = null };
    XmlNode? parent;
    int nodes;

    public bool RootSeen => document.DocumentElement is not null;

    public XmlReading Run()
    {
        while (reader.Read())
            if (Take() is { } code)
                return XmlReading.Refused(code);
        return XmlReading.Of(document);
    }

    XmlRefusalCode? Take()
    {
        if (reader.NodeType == XmlNodeType.Element) return Open();
        if (reader.NodeType == XmlNodeType.EndElement) parent = parent?.ParentNode;
        else if (++nodes > limits.Nodes) return XmlRefusalCode.TooManyNodes;
        else if (Leaf() is { } leaf) Parent.AppendChild(leaf);
        return null;
    }

    XmlNode Parent => parent ?? document;

    XmlNode? Leaf() => reader.NodeType switch
    {
        XmlNodeType.Text => document.CreateTextNode(reader.Value),
        XmlNodeType.CDATA => document.CreateCDataSection(reader.Value),
        XmlNodeType.Whitespace when Parent is XmlElement => document.CreateWhitespace(reader.Value),
        XmlNodeType.SignificantWhitespace when Parent is XmlElement => document.CreateSignificantWhitespace(reader.Value),
        XmlNodeType.Comment => document.CreateComment(reader.Value),
        XmlNodeType.ProcessingInstruction => document.CreateProcessingInstruction(reader.Name, reader.Value),
        _ => null,
    };

    XmlRefusalCode? Open()
    {
        if (reader.Depth >= limits.Depth) return XmlRefusalCode.TooDeep;
        if (reader.AttributeCount > limits.Attributes + limits.Namespaces) return XmlRefusalCode.TooManyAttributes;
        if ((nodes += 1 + reader.AttributeCount) > limits.Nodes) return XmlRefusalCode.TooManyNodes;
        var element = document.CreateElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        bool empty = reader.IsEmptyElement;
        var refusal = Attributes(element);
        element.IsEmpty = empty;
        Parent.AppendChild(element);
        if (!empty) parent = element;
        return refusal;
    }

    XmlRefusalCode? Attributes(XmlElement element)
    {
        int declarations = 0;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == Xmlns) declarations++;
            var attribute = document.CreateAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            attribute.Value = reader.Value;
            element.SetAttributeNode(attribute);
        }
        if (declarations > limits.Namespaces) return XmlRefusalCode.TooManyNamespaces;
        return element.Attributes.Count - declarations > limits.Attributes ? XmlRefusalCode.TooManyAttributes : null;
    }
}
