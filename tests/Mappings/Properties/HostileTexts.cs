namespace LLTP.Hub.Tests.Mappings;

/// <summary>Texts that break careless systems, by the kind of system they break.</summary>
static class HostileTexts
{
    static readonly string[] Markup =
    [
        "]]>", "<![CDATA[x]]>", "<![CDATA[", "]]]]><![CDATA[>", "<!--", "-->", "<!-- -- -->", "<!", "<?xml version=\"1.0\"?>",
        "<?php", "?>",
        "&", "&amp;", "&amp;amp;", "&lt;b&gt;", "&#0;", "&#x0;", "&#xD;", "&#13;", "&#x110000;", "&nbsp;", "&xxe;", "&a;&a;&a;",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<x/>", "</nycHoTen>", "</fullName><genderId>1</genderId><fullName>",
        "<x xmlns=\"urn:x\">", "xmlns:x='y'", "'\"><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
        "<svg/onload=alert(1)>", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "${jndi:ldap://x/y}", "`id`", "<xsl:value-of/>",
        "<soap:Fault>"
    ];

    static readonly string[] Languages =
    [
        "'; DROP TABLE dossier;--", "' OR '1'='1", "1); DELETE FROM x", "\" OR \"\"=\"", "'; SELECT pg_sleep(9)--", "\\'", "''",
        "%27", "/* */", "--",
        "=1+1", "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", "\"a\",\"b\"", "a;b;c", "a\tb\tc", "\"\"\"", ",,,", ", ,", " , , ",
        "a,\nb", "\"a\nb\"",
        "*)(uid=*", "*)(|(objectClass=*))", "\\2a\\28\\29", "(&(a=b)", "cn=x,dc=y", "admin*", "; rm -rf /", "$(id)", "| cat",
        "&& true", "> /dev/null",
        "../../etc/passwd", "..\\..\\windows", "C:\\x", "\\\\server\\share", "file:///x", "CON", "NUL", "aux.pdf", "a.pdf.exe",
        "%00", "%2e%2e%2f",
        "{\"a\":1}", "[1,2]", "null", "true", "undefined", "NaN", "Infinity", "0x10", "1e309", "-0", "007", "\\u0000", "\\ud800",
        "\\n", "\\",
        "\\\\", "\"", "'", "/", "{}", "[]", "{0}", "{", "%s%n", "%d", "@", "#", "^", "~", "`", "|", "a\u00a0b"
    ];

    static readonly string[] Writing =
    [
        "e\u0302\u0301", "\u1ebf", "e\u0301\u0302", "o\u031b\u0309", "a\u0323\u0302", "\u0110\u00f0\u0111", "\u0301", "\u0301x",
        "A\u030a", "\u212b",
        "\u2126", "\ufb01", "\u1e9b\u0323", "q\u0307\u0323", "\u0344", "\u0958", "\u1100\u1161\u11a8", "\uac01",
        "x" + Repeat("\u0301", 300),
        "\u202egnp.exe", "\u202a\u202b\u202c\u202d\u202e", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c", "a\u200bb",
        "a\u200cb\u200dc", "\ufeff",
        "a\ufeffb", "\u2060", "\u00ad", "\u034f", "\u180e", "\ufffd", "\ufff9\ufffa\ufffb", "a\u2029b", "\u3000x", "x\u2003",
        "😀", "👨‍👩‍👧‍👦", "🇻🇳", "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\U00020000", "\U0002F800", "\U0010FFFD", "\U0010FFFF",
        "\U0001FFFE",
        "\U0001D173", "\ue000", "\uf8ff", "\ufdd0", "मनीष", "العربية", "עברית", "ไทย", "中文", "日本語", "한국어", "Ω≈ç√∫", "ÅÍÎÏ˝ÓÔ",
        "İıſK", "ß", "ŒœÆæ", "ﷺ", "Z\u0351\u036b\u0343a\u0343l\u0343g\u0343o", "NGUYỄN VĂN A", "nguyễn văn a", "Hoà", "Hòa",
        "Đặng Thị Huyền Trang"
    ];

    static readonly string[] Blanks =
        ["", " ", "   ", "\t", "\n", "\r", "\r\n", " \t\r\n ", "\u3000", "\u2003", "\v", "\f", "\u1680", "\u00a0", "\u2028",
         "\u2029", "\u0085"];

    static readonly string[] Spaced =
        [" x", "x ", "  x  ", "\tx\t", "\nx\n", "a\r\nb", "a\rb", "a\nb", "\rx", "x\r", "a\r\r\nb", "a\n\n\nb", "a  b", "a\t\tb",
        "\u2028x", "x\u3000"];

    static readonly string[] HalfPairs = ["\ud800", "\udfff", "a\ud800", "\udc00a", "a\udbffb", "\udc00\ud800", "\ud83d\ud83d\ude00"];

    /// <summary>Nothing at all, in several ways.</summary>
    public static IReadOnlyList<string> Blank => Blanks;

    /// <summary>Everything that XML 1.0 can carry and that is not blank.</summary>
    public static IReadOnlyList<string> Carried { get; } =
        [.. Markup, .. Languages, .. Writing, .. Spaced, "\u007f", "x\u0080", "x\u009f", Repeat("é", 4000), Repeat("đ", 64)];

    /// <summary>What no XML document can hold: 29 controls, two non-characters, halves of pairs.</summary>
    public static IReadOnlyList<string> Impossible { get; } =
        [.. Controls().Select(control => $"a{control}b"), "\0", "\u0001x", "x\u001f", "\ufffe", "x\uffff", .. HalfPairs];

    /// <summary>A megabyte of one letter.</summary>
    public static string Megabyte { get; } = new('ệ', 1024 * 1024);

    static IEnumerable<char> Controls() => Enumerable.Range(0, 32).Except([9, 10, 13]).Select(code => (char)code);

    static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
