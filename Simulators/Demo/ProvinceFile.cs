using System.Text.Json;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>A province's own settings of the hub (JSON), which a trial runs with; addresses and secrets are the trial's.</summary>
sealed record ProvinceFile(IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Null where the file is not there or holds no JSON object.</summary>
    public static ProvinceFile? Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object ? new(Flat(json.RootElement, "").ToDictionary(StringComparer.OrdinalIgnoreCase)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    public string? Find(params IEnumerable<string> path) => Settings.GetValueOrDefault(string.Join("__", path));

    /// <summary>The trial as this province has it.</summary>
    public DemoOptions Fill(DemoOptions options) => options with
    {
        Province = this,
        Lltp = Find("Partners", "Lltp", "Contract") is "lltp-lgsp" ? "lgsp" : options.Lltp,
        Tthc = string.Equals(Find("Partners", "Tthc", "Contract"), "Existing", StringComparison.OrdinalIgnoreCase) ? "existing" : options.Tthc,
        Lookup = Find("Partners", "V06", "Mode") switch { "ByHand" => "by-hand", "InLltp" => "in-lltp", _ => options.Lookup },
        Profile = Find("Province", "Profile") ?? options.Profile,
    };

    static IEnumerable<KeyValuePair<string, string>> Flat(JsonElement element, string path)
    {
        var parts = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(member => (member.Name, member.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select((item, index) => ($"{index}", item)),
            _ => null,
        };
        return parts is null
            ? [new(path, element.ToString())]
            : parts.SelectMany(part => Flat(part.Item2, path.Length == 0 ? part.Item1 : $"{path}__{part.Item1}"));
    }
}
