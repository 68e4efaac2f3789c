using System.Text.Json;

namespace LLTP.Hub.Mappings.Json;

/// <summary>A scanned JSON body: read into its wire type, with the identity of its content.</summary>
sealed record JsonBody<T>(T Wire, string Hash) where T : class, new()
{
    /// <summary>Null after a refusal, which the notes then hold.</summary>
    public static JsonBody<T>? Read(ReadOnlyMemory<byte> json, Notes notes, params FilePlace[] files)
    {
        var slim = new BodyScan(notes, files).Run(json.Span);
        if (notes.Refusal is not null)
            return null;
        using var document = JsonDocument.Parse(slim);
        var body = new JsonBody<T>(new WireReader(notes).Read<T>(document.RootElement), ContentHash.Of(document.RootElement));
        return notes.Refusal is null ? body : null;
    }
}
