using System.Buffers;
using System.Text.Json;

namespace LLTP.Hub.Mappings.Json;

/// <summary>The identity of a JSON document: SHA-256 of it with sorted members and no insignificant white space.</summary>
static class ContentHash
{
    public static string Of(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Writing))
            Write(writer, root);
        return Hashes.Hex(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
            WriteSorted(writer, element);
        else if (element.ValueKind == JsonValueKind.Array)
            WriteItems(writer, element);
        else
            element.WriteTo(writer);
    }

    static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Value);
        }
        writer.WriteEndObject();
    }

    static void WriteItems(Utf8JsonWriter writer, JsonElement element)
    {
        writer.WriteStartArray();
        foreach (var item in element.EnumerateArray())
            Write(writer, item);
        writer.WriteEndArray();
    }
}
