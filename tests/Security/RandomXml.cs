using System.Text;

namespace LLTP.Hub.Tests.Security;

/// <summary>Random well-formed documents: namespaces nested and redeclared, xml:lang, CDATA, comments, instructions, escapes, Unicode.</summary>
sealed class RandomXml(int seed, string[] spaces)
{
    static readonly string[] Words = ["Nguyễn", "đ", "😀", " ", "\n", "\t", "&#13;", "&amp;", "&lt;", "&gt;", "\"", "'", "ŵ", "x y", "]]", "\u00a0", "漢", "1"];
    static readonly string[] Prefixes = ["", "p", "q", "long-er"];

    // Without an ampersand: libxml2 leaves one unescaped in namespace names, against Canonical XML 1.0, section 2.3. It warns of other letters.
    static readonly string[] Plain = ["urn:1", "urn:2", "http://x/?a=1", "urn:d"];
    static readonly string[] Any = [.. Plain, "http://x/?a=1&amp;b=&lt;2&quot;", "urn:đường/漢", "urn:😀", "urn: x &#9;y"];

    readonly Random random = new(seed);
    readonly StringBuilder text = new();

    /// <summary>A document whose root has the Id "goc" and, when asked for, about so many characters of text.</summary>
    public static string Of(int seed, int size = 0) => new RandomXml(seed, Plain).Document(size);

    /// <summary>The same with namespace names of any characters.</summary>
    public static string OfAnyNames(int seed) => new RandomXml(seed, Any).Document(0);

    string Document(int size)
    {
        if (One(4)) text.Append("<?truoc x?>\n");
        text.Append("<p:a xmlns:p=\"urn:1\" xmlns:q=\"urn:2\" xmlns:long-er=\"urn:3\" xmlns=\"urn:0\" Id=\"goc\" xml:lang=\"vi\">");
        Children(0);
        if (size > 0) text.Append("<tep>").Append('Q', size).Append("</tep>");
        text.Append("</p:a>");
        if (One(4)) text.Append("\n<!-- sau --><?sau?>");
        return text.ToString();
    }

    void Children(int depth)
    {
        for (int i = random.Next(1, depth > 5 ? 2 : 5); i > 0; i--) Child(depth);
    }

    void Child(int depth)
    {
        switch (random.Next(9))
        {
            case 0: text.Append("<!-- ").Append(Pick(["a", "đ", "&amp;", "\r\n"])).Append(" -->"); break;
            case 1: text.Append("<?muc ").Append(Pick(["tieu", "a='1'", ""])).Append("?>"); break;
            case 2: text.Append("<![CDATA[").Append(Pick(["<&>", "]", "a\r\nb", "đ"])).Append("]]>"); break;
            case 3 or 4: Text(); break;
            default: if (depth < 8) Element(depth + 1); break;
        }
    }

    void Element(int depth)
    {
        string prefix = Pick(Prefixes);
        string name = prefix.Length == 0 ? Pick(["b", "c"]) : prefix + ":" + Pick(["b", "c"]);
        text.Append('<').Append(name);
        foreach (string declared in Prefixes)
            if (One(5)) Declare(declared);
        if (One(6)) text.Append(" xml:lang=\"").Append(Pick(["en", "vi-VN", "fr", ""])).Append('"');
        if (One(8)) text.Append(" xml:space='preserve'");
        foreach (string attribute in (string[])["z", "y", "p:z", "q:a", "long-er:k"])
            if (One(4)) Attribute(attribute);
        if (One(4)) text.Append("/>");
        else Nested(name, depth);
    }

    void Nested(string name, int depth)
    {
        text.Append('>');
        if (!One(4)) Children(depth);
        text.Append("</").Append(name).Append(One(3) ? " >" : ">");
    }

    void Declare(string prefix)
    {
        if (prefix.Length == 0) text.Append(" xmlns=\"").Append(One(3) ? "" : Pick(spaces)).Append('"');
        else text.Append(" xmlns:").Append(prefix).Append("=\"").Append(Space(prefix)).Append('"');
    }

    // Spaces of its own per prefix: two prefixes never name one space, so no attribute occurs twice.
    string Space(string prefix) => $"{(spaces == Any ? Pick(Any) : "urn:")}{prefix}:{random.Next(3)}";

    void Attribute(string name)
    {
        text.Append(' ').Append(name).Append("=\"");
        for (int i = random.Next(3); i > 0; i--) text.Append(Pick(Words).Replace("\"", "&quot;", StringComparison.Ordinal));
        text.Append('"');
    }

    void Text()
    {
        for (int i = random.Next(1, 6); i > 0; i--) text.Append(Pick(Words).Replace("]]", "]", StringComparison.Ordinal));
    }

    bool One(int of) => random.Next(of) == 0;

    string Pick(string[] from) => from[random.Next(from.Length)];
}
