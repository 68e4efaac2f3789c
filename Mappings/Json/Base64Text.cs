using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Json;

/// <summary>Decodes base64 straight from the UTF-8 of a JSON string; white space inside is allowed.</summary>
static class Base64Text
{
    public static ReadOnlyMemory<byte>? Decode(ref Utf8JsonReader reader, long maxBytes, out MappingFailureCode failure)
    {
        failure = MappingFailureCode.FileTooLarge;
        if (!reader.ValueIsEscaped && reader.ValueSpan.Length / 4 * 3 > maxBytes + maxBytes / 8)
            return null;
        var (decoded, length) = reader.ValueIsEscaped ? Unescaped(ref reader) : Direct(reader.ValueSpan);
        if (length > maxBytes)
            return null;
        failure = MappingFailureCode.BadBase64;
        if (length == 0)
            return null;
        return decoded.AsMemory(0, length);
    }

    static (byte[] Bytes, int Length) Direct(ReadOnlySpan<byte> text)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Base64.GetMaxDecodedFromUtf8Length(text.Length));
        var status = Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        return (bytes, status == OperationStatus.Done ? written : 0);
    }

    static (byte[] Bytes, int Length) Unescaped(ref Utf8JsonReader reader)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(reader.ValueSpan.Length);
        var length = reader.CopyString(bytes);
        var status = Base64.DecodeFromUtf8InPlace(bytes.AsSpan(0, length), out var written);
        return (bytes, status == OperationStatus.Done ? written : 0);
    }
}
