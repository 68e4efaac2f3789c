using System.Globalization;
using System.Text.RegularExpressions;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Paths such as toKhai.giayToDinhKem[0].ten; a sender's own odd names are never repeated.</summary>
static partial class MemberPath
{
    public static string Of(string parent, string name) => parent.Length == 0 ? Shown(name) : $"{parent}.{Shown(name)}";

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>The path with empty brackets for every item of a list.</summary>
    public static string Shape(string path) => Index().Replace(path, "[]");

    static string Shown(string name) => name.Length is > 0 and <= 64 && name.All(IsPlain) ? name : "*";

    static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();
}
