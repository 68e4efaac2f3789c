using System.Text.Json;

namespace LLTP.Hub.Security;

/// <summary>The members of a protected header by name; a member that occurs twice is a refusal, whatever its values.</summary>
sealed class JwsMembers
{
    const int Depth = 8;

    readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);

    JwsMembers()
    {
    }

    public static (JwsMembers? Members, JwsRefusalCode Code) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Depth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : (null, JwsRefusalCode.Malformed);
        }
        // A name or text that is no Unicode (a lone surrogate, bytes that are not UTF-8) is found only when it is read.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return (null, JwsRefusalCode.Malformed);
        }
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (members.ContainsKey(name)) return true;
        return false;
    }

    /// <summary>The text of a member; null when there is none or when it is no text.</summary>
    public string? Text(string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A time in whole seconds since 1970; null when there is none or when it has another form.</summary>
    public DateTimeOffset? Time(string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The texts of a list; null when it is no list of texts.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(one => one.GetString() ?? "")]
            : null;

    static (JwsMembers?, JwsRefusalCode) Of(JsonElement root)
    {
        var read = new JwsMembers();
        foreach (var member in root.EnumerateObject())
        {
            var value = member.Value.Clone();
            if (value.ValueKind == JsonValueKind.String) _ = value.GetString();
            if (!read.members.TryAdd(member.Name, value)) return (null, JwsRefusalCode.DuplicateMember);
        }
        return (read, default);
    }
}
