using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Text and attribute values as the canonical form of XML writes them (Canonical XML 1.0, section 2.3).</summary>
public static class CanonicalText
{
    public static string Of(string text) => text.AsSpan().IndexOfAny("&<>\r") < 0
        ? text
        : new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", "&#xD;").ToString();
}
