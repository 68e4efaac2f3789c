using System.Text.Json;
using System.Text.Json.Nodes;
using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Judges outgoing JSON by the schemas of an OpenAPI document: the keywords that our documents use, and no others.</summary>
sealed class JsonSchema(JsonNode document)
{
    static readonly string[] Known = ["type", "required", "properties", "items", "enum", "minimum", "maximum", "maxLength", "format", "description", "$ref"];

    public static void Valid(string file, string schema, Writing writing)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Contracts, file))) ?? throw new InvalidDataException(file);
        var body = JsonNode.Parse((writing.Bytes ?? default).Span);
        Assert.Empty(new JsonSchema(document).Errors(document["components"]?["schemas"]?[schema], body, schema));
    }

    public IEnumerable<string> Errors(JsonNode? schema, JsonNode? value, string path)
    {
        if (schema is not JsonObject rules)
            return [$"{path}: no schema"];
        if ((string?)rules["$ref"] is { } reference)
            return Errors(reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]), value, path);
        return rules.Select(rule => rule.Key).Except(Known).Select(rule => $"{path}: {rule} is not understood")
            .Concat(Own(rules, value, path)).Concat(Members(rules, value, path)).Concat(Items(rules, value, path));
    }

    static IEnumerable<string> Own(JsonObject rules, JsonNode? value, string path)
    {
        if (!Types(rules["type"]).Contains(TypeOf(value)))
            yield return $"{path}: a {TypeOf(value)}";
        if (rules["enum"] is JsonArray values && !values.Any(one => JsonNode.DeepEquals(one, value)))
            yield return $"{path}: not one of the values";
        if (value?.GetValueKind() == JsonValueKind.Number && (Number(value) < Number(rules["minimum"]) || Number(value) > Number(rules["maximum"])))
            yield return $"{path}: out of range";
        if (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && !Fits(rules, text))
            yield return $"{path}: too long or of another format";
    }

    static bool Fits(JsonObject rules, string text) => !(text.Length > Number(rules["maxLength"])) && (string?)rules["format"] switch
    {
        "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true
    };

    IEnumerable<string> Members(JsonObject rules, JsonNode? value, string path)
    {
        if (value is not JsonObject members)
            return [];
        var missing = (rules["required"] as JsonArray ?? []).Select(name => (string?)name ?? "").Where(name => !members.ContainsKey(name));
        if (rules["properties"] is not JsonObject known)
            return missing.Select(name => $"{path}.{name}: missing");
        return missing.Select(name => $"{path}.{name}: missing")
            .Concat(members.SelectMany(member => Errors(known[member.Key], member.Value, $"{path}.{member.Key}")));
    }

    IEnumerable<string> Items(JsonObject rules, JsonNode? value, string path) => value is JsonArray items
        ? items.SelectMany((item, index) => Errors(rules["items"], item, $"{path}[{index}]")) : [];

    static IEnumerable<string> Types(JsonNode? type) => type is JsonArray several ? several.Select(one => (string?)one ?? "") : [(string?)type ?? ""];

    static double? Number(JsonNode? node) => node?.GetValue<double>();

    static string TypeOf(JsonNode? value) => value switch
    {
        null => "null", JsonObject => "object", JsonArray => "array",
        _ => value.GetValueKind() switch { JsonValueKind.String => "string", JsonValueKind.Number => "integer", _ => "boolean" }
    };
}
