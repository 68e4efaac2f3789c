using System.Text;
using System.Xml;

namespace LLTP.Hub.Mappings;

/// <summary>The one form of texts inside the hub: NFC (TCVN 6909) and only characters that XML 1.0 can carry.</summary>
static class TextForm
{
    /// <summary>The text in NFC; null when a character of it cannot stand in XML 1.0, so that it would be lost on the way.</summary>
    public static string? Clean(string text)
    {
        if (!IsXml(text))
            return null;
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>At most so many characters, never half a surrogate pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    static bool IsXml(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return false;
            index++;
        }
        return true;
    }
}
