using System.Text;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The octets of a reference whose last transform does not get a node of the document.</summary>
static class SignedOctets
{
    /// <summary>
    /// What the base64 transform makes of a node: only its text counts, whatever tags, comments and instructions stand in it
    /// (XML-DSig 1.1, section 6.6.2); null when the text is not base64.
    /// </summary>
    public static byte[]? Of(XmlNode target, ParsedReference reference, XmlElement signature)
    {
        var text = new StringBuilder();
        Append(text, target, reference.Enveloped ? signature : null);
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.ToString(), bytes, out int length) ? bytes[..length] : null;
    }

    /// <summary>The canonical form of a canonical form, which is read again in between (section 4.4.3.2); null when that passes a limit.</summary>
    public static byte[]? Again(XmlNode target, ParsedReference reference, XmlElement signature)
    {
        var octets = Octets(target, reference.Form, reference.Enveloped ? signature : null);
        foreach (var form in reference.Transforms.Later)
        {
            if (SafeXml.Read(octets, XmlLimits.Default).Document is not { } document) return null;
            octets = Octets(document, form, null);
        }
        return octets;
    }

    static byte[] Octets(XmlNode apex, CanonicalForm form, XmlElement? without)
    {
        using var stream = new MemoryStream();
        Canonical.Write(apex, form, stream, without);
        return stream.ToArray();
    }

    static void Append(StringBuilder text, XmlNode node, XmlElement? without)
    {
        if (node == without) return;
        if (node is XmlCharacterData data and not XmlComment) text.Append(data.Data);
        for (var child = node.FirstChild; child is not null; child = child.NextSibling) Append(text, child, without);
    }
}
