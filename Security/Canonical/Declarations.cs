using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Namespace declarations and xml: attributes as an apex sees them.</summary>
static class Declarations
{
    /// <summary>The prefix that an attribute declares, empty for the default namespace; null when it declares none.</summary>
    public static string? PrefixOf(XmlAttribute attribute)
    {
        if (attribute.Prefix == "xmlns") return attribute.LocalName;
        return attribute.Prefix.Length == 0 && attribute.LocalName == "xmlns" ? "" : null;
    }

    /// <summary>What the ancestors declare and the element itself does not, innermost first.</summary>
    public static List<(string Prefix, string Uri)> OfAncestors(XmlElement element)
    {
        var found = new List<(string Prefix, string Uri)>();
        var seen = new HashSet<string>();
        for (XmlNode? at = element; at is XmlElement here; at = at.ParentNode)
            foreach (XmlAttribute attribute in here.Attributes)
                if (PrefixOf(attribute) is { } prefix && seen.Add(prefix) && here != element) found.Add((prefix, attribute.Value));
        return found;
    }

    /// <summary>Canonical XML 1.0, section 2.4: the apex takes the nearest xml: attributes of its ancestors that it lacks itself.</summary>
    public static void AddLanguageOfAncestors(XmlElement element, List<XmlAttribute> attributes)
    {
        for (var at = element.ParentNode; at is XmlElement here; at = at.ParentNode)
            foreach (XmlAttribute attribute in here.Attributes)
                if (attribute.NamespaceURI == Names.Xml && !attributes.Exists(one => IsSame(one, attribute))) attributes.Add(attribute);
    }

    /// <summary>True where Canonical XML 1.1 gives the octets of 1.0: nothing above bears xml:id or xml:base, which it treats otherwise.</summary>
    public static bool IsSameInBothVersions(XmlNode apex)
    {
        for (var at = apex.ParentNode; at is XmlElement here; at = at.ParentNode)
            if (here.HasAttribute("id", Names.Xml) || here.HasAttribute("base", Names.Xml)) return false;
        return true;
    }

    static bool IsSame(XmlAttribute one, XmlAttribute other) => one.NamespaceURI == Names.Xml && one.LocalName == other.LocalName;
}
