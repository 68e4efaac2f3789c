using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>
/// One pass over a JSON body that refuses what the tree would hide (duplicate members, depth) and copies the rest, with the
/// contents of files taken out and replaced by their hash and size, so that nothing after it meets large strings.
/// </summary>
sealed class BodyScan(Notes notes, params FilePlace[] files)
{
    const int MaxDepth = 32;
    const int MaxTokens = 400_000;
    const int MaxCopy = 8 * 1024 * 1024;

    readonly ScanPath path = new();
    readonly ArrayBufferWriter<byte> copy = new(16 * 1024);

    /// <summary>The copy without file contents; meaningless after a refusal.</summary>
    public ReadOnlyMemory<byte> Run(ReadOnlySpan<byte> body)
    {
        var json = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        if (!Utf8.IsValid(json))
            notes.Refuse(MappingFailureCode.Unreadable, "");
        else
            Scan(json);
        return copy.WrittenMemory;
    }

    void Scan(ReadOnlySpan<byte> json)
    {
        try
        {
            Copy(new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 1 }));
        }
        catch (JsonException)
        {
            notes.Refuse(MappingFailureCode.Unreadable, "");
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that a text holds half a surrogate pair.
            notes.Refuse(MappingFailureCode.BadCharacter, path.ToString());
        }
    }

    void Copy(Utf8JsonReader reader)
    {
        using var writer = new Utf8JsonWriter(copy, JsonForm.Copying);
        for (var tokens = 0; notes.Refusal is null && reader.Read(); tokens++)
        {
            Token(ref reader, writer);
            if (tokens > MaxTokens || writer.BytesCommitted + writer.BytesPending > MaxCopy)
                notes.Refuse(MappingFailureCode.FileTooLarge, "");
        }
    }

    void Token(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName: Name(ref reader, writer); break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray: Open(ref reader, writer); break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray: Close(ref reader, writer); break;
            default: Value(ref reader, writer); break;
        }
    }

    void Name(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        path.Current?.Leave();
        var name = reader.GetString() ?? "";
        if (path.Current?.Enter(name) == false)
            notes.Refuse(MappingFailureCode.DuplicateMember, path.ToString());
        writer.WritePropertyName(name);
    }

    void Open(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        path.Meet();
        if (reader.CurrentDepth >= MaxDepth)
            notes.Refuse(MappingFailureCode.TooDeep, "");
        if (Place() is not null)
            notes.Refuse(MappingFailureCode.BadBase64, path.ToString());
        var array = reader.TokenType == JsonTokenType.StartArray;
        path.Open(array);
        if (array)
            writer.WriteStartArray();
        else
            writer.WriteStartObject();
    }

    void Close(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        path.Close();
        if (reader.TokenType == JsonTokenType.EndArray)
            writer.WriteEndArray();
        else
            writer.WriteEndObject();
    }

    void Value(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        path.Meet();
        if (reader.TokenType != JsonTokenType.Null && Place() is { } place)
            File(ref reader, writer, place);
        else if (reader.TokenType == JsonTokenType.String)
            writer.WriteStringValue(reader.GetString());
        else
            writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
    }

    void File(ref Utf8JsonReader reader, Utf8JsonWriter writer, FilePlace place)
    {
        var where = path.ToString();
        if (reader.TokenType != JsonTokenType.String)
            notes.Refuse(MappingFailureCode.BadBase64, where);
        else if (Base64Text.Decode(ref reader, place.MaxBytes, out var failure) is { } bytes)
            JsonForm.WriteFile(writer, notes.Keep(bytes));
        else
            notes.Refuse(failure, where);
    }

    FilePlace? Place() => path.Current is { IsArray: false } level
        ? Array.Find(files, place => level.Name == place.Name && path.Shape() == place.Shape)
        : null;
}

/// <summary>Where a contract carries files: the path with empty brackets for arrays, and the size allowed.</summary>
sealed record FilePlace(string Name, string Shape, long MaxBytes);
