using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>The envelope of every answer of the VNeID contract, on both sides.</summary>
public sealed record VneidReply(
    [property: JsonPropertyName("statusCode")] string StatusCode,
    [property: JsonPropertyName("data")] string? Data,
    [property: JsonPropertyName("errorDetail")] string? ErrorDetail)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static VneidReply Done { get; } = new("00", null, null);

    public static VneidReply Refused(string errorDetail) => new("01", null, errorDetail);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Plain);
}
