using System.Globalization;
using System.Text.RegularExpressions;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>The place of one field on a contract: the element, and how the value stands in it.</summary>
sealed partial record ContractPlace(string Field, string Where, string Kind, string[] Codes)
{
    const string Other = "toKhai.thongTinUyQuyen.";

    /// <summary>From a line such as "toKhai.nycGioiTinh: declarationWSForm.genderId code 1=1 2=0".</summary>
    public static ContractPlace Parse(string line) =>
        line.Split(": ") is [var field, var rest] && rest.Split(' ') is [var where, var kind, .. var codes]
            ? new(field, where, kind, codes) : throw new InvalidDataException(line);

    /// <summary>False where this message has no place for the field, so that the report must name it.</summary>
    public bool Applies(FieldSeen seen) =>
        (!Field.StartsWith(Other, StringComparison.Ordinal) || seen.Request.GetValueOrDefault("toKhai.uyQuyen") == "1") && Kind switch
        {
            "date" => DateForms.Shown(seen.Value) is not null,
            "year" => int.Parse(seen.Value, CultureInfo.InvariantCulture) is >= 1800 and <= 2200,
            "named" => seen.Given(Where),
            "region" => false,
            "spare" => !seen.Request.Keys.Any(path => IsCurrent(path) && IsName(path, seen)),
            "paper" => HasFiles(seen.Path, seen),
            "untitled" => HasFiles(seen.Path, seen) && string.IsNullOrWhiteSpace(seen.Sibling("ten")),
            _ => true
        };

    /// <summary>Whether the message says the field, in its place and in full.</summary>
    public bool Says(FieldSeen seen) => Kind switch
    {
        "named" => true,
        "paper" or "untitled" or "any" => Everywhere(seen.Message).Any(text => text == seen.Value),
        "extension" => Everywhere(seen.Message).Any(name => name.EndsWith(Extension(seen.Value), StringComparison.Ordinal)),
        _ => seen.Message.GetValueOrDefault(Indexed(seen.Path)) is { } said && Says(seen, said)
    };

    bool Says(FieldSeen seen, string said) => Kind switch
    {
        "text" or "year" => said == seen.Value,
        "date" => said == DateForms.Shown(seen.Value),
        "code" => Codes.Contains($"{seen.Value}={said}"),
        "part" or "spare" => seen.Value == "Việt Nam" || IsPart(said, seen.Value.Trim()),
        "country" => seen.Value == "VN" || !string.IsNullOrWhiteSpace(seen.Sibling("tenQuocGia")) || IsPart(said, seen.Value.Trim()),
        "present" => said.Length > 0,
        "channel" => said == (seen.Value == "3" ? "1" : "2"),
        _ => throw new InvalidDataException(Kind)
    };

    static bool IsPart(string said, string value) => said.Contains(value, StringComparison.Ordinal);

    string Indexed(string path)
    {
        var index = Index().Match(path).Value;
        return index.Length == 0 ? Where : Where.Replace("[]", index, StringComparison.Ordinal);
    }

    IEnumerable<string> Everywhere(Dictionary<string, string> message) =>
        message.Where(pair => ContractPlaces.Shape(pair.Key) == Where).Select(pair => pair.Value);

    static bool IsCurrent(string path) => path.StartsWith(Other + "nuqNoiOHienTai.", StringComparison.Ordinal);

    static bool IsName(string path, FieldSeen seen) => seen.Given(path)
        && (path.EndsWith(".chiTiet", StringComparison.Ordinal)
            || path.Contains(".ten", StringComparison.Ordinal) && seen.Request[path] != "Việt Nam");

    static bool HasFiles(string path, FieldSeen seen) =>
        seen.Request.ContainsKey(path[..(path.LastIndexOf('.') + 1)] + "danhSach[0].loai");

    static string Extension(string media) =>
        media switch { "application/pdf" => ".pdf", "text/plain" => ".txt", _ => "." + media.Split('/')[1] };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
