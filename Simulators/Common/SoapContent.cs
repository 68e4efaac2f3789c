using System.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Reading the children of a verified element.</summary>
static class SoapContent
{
    public static XmlElement? Child(this XmlElement? parent, string name) => parent.Children(name).FirstOrDefault();

    public static IEnumerable<XmlElement> Children(this XmlElement? parent, string name) =>
        parent?.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == name) ?? [];

    /// <summary>Trimmed text of a child; empty when it is absent.</summary>
    public static string Text(this XmlElement? parent, string name) => parent.Child(name)?.InnerText.Trim() ?? "";
}
