using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>Catalogues as JSON files: name, title, version and one row per line.</summary>
public static class CatalogueFile
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    };

    /// <summary>Refused, with the path, when a row lacks its code, name or source, or holds at the same time as another of its code.</summary>
    public static Reading<Catalogue> Read(ReadOnlyMemory<byte> json)
    {
        var notes = new Notes();
        var catalogue = Parse(json, notes);
        if (catalogue is not null)
            CatalogueChecks.Judge(catalogue, notes);
        return notes.Close(catalogue, "");
    }

    /// <summary>The same catalogue always gives the same bytes.</summary>
    public static byte[] Write(Catalogue catalogue)
    {
        var rows = catalogue.Rows.Select(row => "    " + JsonSerializer.Serialize(row, Plain));
        string[] head = [Member("name", catalogue.Name), Member("title", catalogue.Title), Member("version", catalogue.Version)];
        return Encoding.UTF8.GetBytes($"{{\n{string.Concat(head)}  \"rows\": [\n{string.Join(",\n", rows)}\n  ]\n}}\n");
    }

    static string Member(string name, string text) => $"  \"{name}\": {JsonSerializer.Serialize(text, Plain)},\n";

    static Catalogue? Parse(ReadOnlyMemory<byte> json, Notes notes)
    {
        try
        {
            if (JsonSerializer.Deserialize<Catalogue>(json.Span, JsonSerializerOptions.Web) is { Rows: not null } catalogue)
                return catalogue;
            notes.Refuse(MappingFailureCode.MissingField, "rows");
        }
        catch (JsonException unreadable)
        {
            notes.Refuse(MappingFailureCode.Unreadable, unreadable.Path?.TrimStart('$', '.') ?? "");
        }
        return null;
    }
}
