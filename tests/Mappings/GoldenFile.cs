using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Compares outputs with the files that stand beside the tests; LLTP_UPDATE_GOLDEN=1 rewrites them instead.</summary>
static class GoldenFile
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.GetDirectories(Path.Combine(Places.Tests, "Golden")).Select(folder => Path.GetFileName(folder))
            .Where(name => name != "wire").Order(StringComparer.Ordinal)];

    public static string OneLine(JsonNode json) => json.ToJsonString(Plain);

    public static void MatchesJson(string name, ReadOnlyMemory<byte>? json) =>
        Matches(name, JsonNode.Parse(Bytes(json))?.ToJsonString(Indented) ?? "null");

    public static void MatchesXml(string name, ReadOnlyMemory<byte>? xml) =>
        Matches(name, XDocument.Parse(Encoding.UTF8.GetString(Bytes(xml)), LoadOptions.PreserveWhitespace).ToString());

    public static void MatchesReport(string name, IReadOnlyList<ReportLine> report) =>
        Matches(name, string.Join('\n', report.Select(line => $"{line.Path}: {line.Note}")));

    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Places.Tests, "Golden", name);
        var output = text.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("LLTP_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, output);
        Assert.Equal(File.ReadAllText(path), output);
    }

    static byte[] Bytes(ReadOnlyMemory<byte>? bytes) => bytes?.ToArray() ?? throw new InvalidDataException("The map gave no message.");
}
