using System.Text;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>What the base64 transform makes of a node: only its text counts, tags and attributes are dropped (XML-DSig, section 6.6.2).</summary>
static class SignedOctets
{
    /// <summary>The decoded octets; null when the text is not base64.</summary>
    public static byte[]? Of(XmlNode target, ParsedReference reference, XmlElement signature)
    {
        var text = new StringBuilder();
        Append(text, target, reference.Enveloped ? signature : null);
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.ToString(), bytes, out int length) ? bytes[..length] : null;
    }

    static void Append(StringBuilder text, XmlNode node, XmlElement? without)
    {
        if (node == without) return;
        if (node is XmlCharacterData data and not XmlComment) text.Append(data.Data);
        for (var child = node.FirstChild; child is not null; child = child.NextSibling) Append(text, child, without);
    }
}
