using System.Text.Json;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Reads the few members of a partner's JSON answer that matter; anything unreadable gives null.</summary>
static class ReplyText
{
    public static T? Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T?> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : default;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>A member as text, whether it came as text, number or flag.</summary>
    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => value.GetRawText()
        }
        : null;
}
