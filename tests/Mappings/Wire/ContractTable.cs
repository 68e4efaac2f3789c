using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Judges JSON of the contracts that have no schema by their tables: names, JSON types, lengths and dates.</summary>
static class ContractTable
{
    static readonly Dictionary<string, int> Longest = new() { ["TrichYeuHoSo"] = 1000, ["NguoiXuLy"] = 50 };

    public static void Keeps(string type, JsonNode? body) => Assert.Empty(Errors(Wire(type), body, type));

    /// <summary>All fields below a type, with empty brackets for lists.</summary>
    public static IEnumerable<string> Fields(Type type, string path = "") => Members(type).SelectMany(member =>
    {
        var below = path.Length == 0 ? AnyDossier.Name(member) : $"{path}.{AnyDossier.Name(member)}";
        var (inner, list) = Inner(member.PropertyType);
        return IsValue(inner) ? [list ? below + "[]" : below] : Fields(inner, list ? below + "[]" : below);
    });

    public static Type Wire(string name) =>
        Type.GetType($"LLTP.Hub.Mappings.Vneid.{name}, LLTP.Hub.Mappings") ?? Type.GetType($"LLTP.Hub.Mappings.Dvcqg.{name}, LLTP.Hub.Mappings")
            ?? throw new InvalidDataException(name);

    static IEnumerable<string> Errors(Type type, JsonNode? value, string path)
    {
        if (value is null)
            return [];
        var (inner, list) = Inner(type);
        if (list)
            return value is JsonArray items ? items.SelectMany((item, index) => Errors(inner, item, $"{path}[{index}]")) : [$"{path}: not a list"];
        if (IsValue(inner))
            return Fits(inner, value, path[(path.LastIndexOf('.') + 1)..]) ? [] : [$"{path}: not as the contract says"];
        return value is JsonObject members ? members.SelectMany(member => Member(inner, member, path)) : [$"{path}: not an object"];
    }

    static IEnumerable<string> Member(Type type, KeyValuePair<string, JsonNode?> given, string path) =>
        Members(type).FirstOrDefault(member => AnyDossier.Name(member) == given.Key) is { } member
            ? Errors(member.PropertyType, given.Value, $"{path}.{given.Key}")
            : [$"{path}.{given.Key}: unknown"];

    static bool Fits(Type type, JsonNode value, string name)
    {
        if (type == typeof(int?))
            return value.GetValueKind() == JsonValueKind.Number;
        if (value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { } text)
            return false;
        var moment = name is "ThoiDiemXuLy" || name.StartsWith("Ngay", StringComparison.Ordinal);
        return text.Length <= Longest.GetValueOrDefault(name, int.MaxValue) && (!moment || IsMoment(text));
    }

    static bool IsMoment(string text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(member => AnyDossier.Name(member).Length > 0);

    static (Type Type, bool List) Inner(Type type) =>
        type.IsGenericType && type != typeof(int?) ? (type.GetGenericArguments()[0], true) : (type, false);

    static bool IsValue(Type type) => type == typeof(string) || type == typeof(int?) || type == typeof(FileRef);
}
