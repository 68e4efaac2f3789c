using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Core.Rules;

/// <summary>All rules as they ship.</summary>
public static class RuleTable
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<Rule> Rows { get; } = Load();

    static IReadOnlyList<Rule> Load()
    {
        using var stream = typeof(RuleTable).Assembly.GetManifestResourceStream("rules.json")
            ?? throw new InvalidOperationException("Missing resource rules.json.");
        return JsonSerializer.Deserialize<Table>(stream, Options)?.Rows ?? throw new JsonException("There are no rules.");
    }

    sealed record Table(IReadOnlyList<Rule>? Rows);
}
