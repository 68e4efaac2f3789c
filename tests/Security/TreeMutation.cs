using System.Xml;

namespace LLTP.Hub.Tests.Security;

/// <summary>Changes a document the way an attacker would: nodes moved, copied, wrapped, dropped, renamed or identified anew.</summary>
sealed class TreeMutation(XmlDocument document, Random random)
{
    static readonly string[] Ids = ["Id", "ID", "id", "xml:id", "wsu:Id"];

    /// <summary>One to three changes at random places.</summary>
    public void Apply()
    {
        for (int i = random.Next(1, 4); i > 0; i--) One();
    }

    void One()
    {
        switch (random.Next(9))
        {
            case 0 or 1: ChangeText(); break;
            case 2: Identify(Any()); break;
            case 3: Place(Any().CloneNode(deep: true)); break;
            case 4: Place(Any()); break;
            case 5: Wrap(Any()); break;
            case 6: Drop(Any()); break;
            case 7: Any().SetAttribute("them", "1"); break;
            default: Any().AppendChild(document.CreateComment("them")); break;
        }
    }

    void ChangeText()
    {
        var texts = document.SelectNodes("//text() | //@*[not(starts-with(name(), 'xmlns'))]")?.OfType<XmlNode>().ToList() ?? [];
        if (texts.Count > 0 && texts[random.Next(texts.Count)] is { } text) text.Value += text is XmlWhitespace ? " " : "1";
    }

    void Identify(XmlElement element)
    {
        var known = document.SelectNodes(Attacker.Identifiers)?.OfType<XmlAttribute>().Select(one => one.Value).ToList() ?? [];
        string value = known.Count > 0 && random.Next(4) > 0 ? known[random.Next(known.Count)] : "la";
        string name = Ids[random.Next(Ids.Length)];
        if (name.StartsWith("wsu", StringComparison.Ordinal)) element.SetAttribute("Id", Samples.Wsu, value);
        else element.SetAttribute(name, value);
    }

    void Place(XmlNode node)
    {
        var parent = Any();
        for (XmlNode? at = parent; at is not null; at = at.ParentNode)
            if (at == node) return;
        parent.InsertBefore(node, random.Next(2) == 0 ? parent.FirstChild : null);
    }

    void Wrap(XmlElement element)
    {
        if (element.ParentNode is not XmlElement parent) return;
        var wrapper = document.CreateElement("Boc");
        parent.ReplaceChild(wrapper, element);
        wrapper.AppendChild(element);
    }

    void Drop(XmlElement element)
    {
        if (element.ParentNode is XmlElement parent) parent.RemoveChild(element);
    }

    XmlElement Any()
    {
        var all = Attacker.Elements(document, "//*");
        return all[random.Next(all.Count)];
    }
}
