using System.Text.Json.Nodes;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>
/// A golden dossier told by a line of Golden/wire/dossiers.txt: name | sample it starts from | states in order | changes,
/// each "path=JSON" or "-path", apart by two semicolons.
/// </summary>
sealed record GoldenDossier(string Name, string Sample, int[] States, string[] Changes)
{
    public static IReadOnlyList<GoldenDossier> All { get; } =
        [.. System.IO.File.ReadAllLines(Path.Combine(Places.Tests, "Golden", "wire", "dossiers.txt")).Select(Parse)];

    public static string File(string name) => Path.Combine("wire", name + ".txt");

    /// <summary>The TaoHoSo body.</summary>
    public JsonObject Request()
    {
        var json = Samples.Json(Sample);
        foreach (var change in Changes)
            Apply(json, change);
        return json;
    }

    static void Apply(JsonObject json, string change)
    {
        var equals = change.IndexOf('=', StringComparison.Ordinal);
        if (change[0] == '-')
            Parent(json, change[1..], out var unwanted).Remove(unwanted);
        else
            Parent(json, change[..equals], out var name)[name] = JsonNode.Parse(change[(equals + 1)..]);
    }

    static GoldenDossier Parse(string line)
    {
        var parts = line.Split(" | ");
        return new(parts[0], parts[1], [.. parts[2].Split(' ').Select(state => int.Parse(state, null))],
            parts[3].Split(" ;; ", StringSplitOptions.RemoveEmptyEntries));
    }

    static JsonObject Parent(JsonObject json, string path, out string name)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        name = parts[^1];
        return parts[..^1].Aggregate((JsonNode)json, Step).AsObject();
    }

    static JsonNode Step(JsonNode node, string part) =>
        part[0] == '[' ? (node[int.Parse(part[1..^1], null)] ?? throw new InvalidDataException(part)) : node[part] ?? (node[part] = new JsonObject());
}
