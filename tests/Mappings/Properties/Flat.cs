using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>A document as its values by path; what may stand more than once has an index even when it stands once.</summary>
static class Flat
{
    static readonly string[] Repeated = ["residenceWSForm", "fileHoSo"];

    public static Dictionary<string, string> Json(ReadOnlyMemory<byte>? json) => Json(JsonNode.Parse((json ?? default).Span));

    public static Dictionary<string, string> Json(JsonNode? node) => Leaves(node, "").ToDictionary();

    public static Dictionary<string, string> Xml(ReadOnlyMemory<byte>? xml)
    {
        using var stream = new MemoryStream((xml ?? default).ToArray());
        return Leaves(XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root ?? throw new InvalidDataException(), "").ToDictionary();
    }

    /// <summary>A JSON string; the framework's own writer would put U+FFFD for half a surrogate pair.</summary>
    public static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(unit => unit is '"' or '\\' or < ' ' || char.IsSurrogate(unit)
        ? $"\\u{(int)unit:x4}" : unit.ToString()))}\"";

    static IEnumerable<KeyValuePair<string, string>> Leaves(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonObject members => members.SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        _ => [new(path, node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())]
    };

    static IEnumerable<KeyValuePair<string, string>> Leaves(XElement element, string path) => element.HasElements
        ? element.Elements().GroupBy(child => child.Name.LocalName).SelectMany(group => group.SelectMany((child, index) =>
            Leaves(child, Join(path, Repeated.Contains(group.Key) ? $"{group.Key}[{index}]" : group.Key))))
        : [new(path, element.Value)];

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
