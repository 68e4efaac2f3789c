using System.Text;
using System.Xml;

namespace LLTP.Hub.Mappings;

/// <summary>The one form of texts inside the hub: NFC (TCVN 6909) and only characters that XML 1.0 can carry.</summary>
static class TextForm
{
    public static string Clean(string text)
    {
        var allowed = IsClean(text) ? text : string.Concat(text.Where(IsAllowed));
        return allowed.IsNormalized(NormalizationForm.FormC) ? allowed : allowed.Normalize(NormalizationForm.FormC);
    }

    /// <summary>At most so many characters, never half a surrogate pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    static bool IsClean(string text)
    {
        foreach (var letter in text)
            if (!IsAllowed(letter))
                return false;
        return true;
    }

    static bool IsAllowed(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);
}
