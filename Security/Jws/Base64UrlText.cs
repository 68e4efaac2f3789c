using System.Buffers;
using System.Buffers.Text;

namespace LLTP.Hub.Security;

/// <summary>Base64url (RFC 4648 §5) in its one canonical form: no padding, no blanks, no bits left over.</summary>
static class Base64UrlText
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes; null when the text is not what Encode would write of them.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        var status = Base64Url.DecodeFromChars(text, bytes, out var read, out var written);
        if (status != OperationStatus.Done || read != text.Length) return null;
        return text.SequenceEqual(Base64Url.EncodeToString(bytes.AsSpan(0, written))) ? bytes[..written] : null;
    }
}
