using System.Xml;

namespace LLTP.Hub.Security;

static class Elements
{
    public static List<XmlElement> Children(XmlElement? parent)
    {
        var children = new List<XmlElement>();
        for (var node = parent?.FirstChild; node is not null; node = node.NextSibling)
            if (node is XmlElement element) children.Add(element);
        return children;
    }

    public static List<XmlElement> Children(XmlElement? parent, string name, string space) =>
        Children(parent).FindAll(child => Is(child, name, space));

    public static bool Is(XmlElement element, string name, string space) => element.LocalName == name && element.NamespaceURI == space;

    public static bool IsLeaf(XmlElement element) => Children(element).Count == 0;

    /// <summary>The bytes of a short base64 text, or nothing when it is not one.</summary>
    public static byte[]? Base64(XmlElement element)
    {
        string text = element.InnerText;
        byte[] bytes = new byte[text.Length];
        return text.Length <= 16_384 && Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }
}
