using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LLTP.Hub.Host.Commands;

/// <summary>An answer of the operations API for people (a line per thing, Vietnamese first) or for programs (as it came).</summary>
static class AnswerText
{
    public static async Task WriteAsync(HttpResponseMessage response, byte[] body, bool json)
    {
        var output = response.IsSuccessStatusCode ? Console.Out : Console.Error;
        var text = Encoding.UTF8.GetString(body);
        if (json)
            await output.WriteLineAsync(text);
        else
            foreach (var line in response.IsSuccessStatusCode ? Lines(Parse(text)) : [Refusal(Parse(text), (int)response.StatusCode)])
                await output.WriteLineAsync(line);
    }

    static string Refusal(JsonNode? problem, int status) => problem?["detail"] is { } detail
        ? $"{detail} / {problem["title"]} [{problem["code"]}]"
        : $"HTTP {status}";

    static IEnumerable<string> Lines(JsonNode? node) => node switch
    {
        JsonArray list => list.Count == 0 ? ["(không có / none)"] : list.SelectMany(Lines),
        JsonObject thing => thing.Where(member => member.Value is JsonArray or JsonObject).SelectMany(member => Lines(member.Value))
            .Prepend(Line(thing)).Where(line => line.Length > 0),
        _ => [node?.ToString() ?? ""],
    };

    static string Line(JsonObject thing) => string.Join("  ", thing
        .Where(member => member.Value is JsonValue)
        .Select(member => $"{member.Key}={member.Value}"));

    static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
