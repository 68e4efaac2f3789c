using System.Text.Encodings.Web;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>How JSON is written by the maps: compact UTF-8 with Vietnamese letters as they are.</summary>
static class JsonForm
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions Copying = Writing with { SkipValidation = true };

    /// <summary>The stand-in of a file inside a scanned body.</summary>
    public static void WriteFile(Utf8JsonWriter writer, FileRef file)
    {
        writer.WriteStartObject();
        writer.WriteString("sha256"u8, file.Sha256);
        writer.WriteNumber("size"u8, file.Size);
        writer.WriteEndObject();
    }

    public static FileRef ReadFile(JsonElement element) =>
        new(element.GetProperty("sha256"u8).GetString() ?? "", element.GetProperty("size"u8).GetInt64());
}
