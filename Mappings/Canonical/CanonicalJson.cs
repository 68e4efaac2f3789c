using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Content))]
sealed partial class CanonicalJson : JsonSerializerContext
{
    /// <summary>Camel case, nulls left out, Vietnamese letters as they are.</summary>
    public static CanonicalJson Shared => Holder.Context;

    static class Holder
    {
        public static readonly CanonicalJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        });
    }
}
