using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Signs XML documents with one enveloped signature as the last child of the root.</summary>
public static class DocumentSigner
{
    /// <summary>The bytes of the document with a plain signature.</summary>
    /// <param name="canonical">The unsigned document: UTF-8 text already in exclusive canonical form, its root carrying this Id.</param>
    public static byte[] Sign(ReadOnlyMemory<byte> canonical, string id, SigningKey key) =>
        Join(canonical.Span, SignatureText.Write([Root(canonical.Span, id)], KeyInfo(key), key));

    /// <summary>The bytes of the document with a signature of level XAdES-B-B (ETSI EN 319 132-1) that says when it was made.</summary>
    /// <param name="canonical">The unsigned document: UTF-8 text already in exclusive canonical form, its root carrying this Id.</param>
    public static byte[] Sign(ReadOnlyMemory<byte> canonical, string id, SigningKey key, DateTimeOffset signingTime)
    {
        var xades = new XadesText(id, key, signingTime);
        DigestedPart[] parts = [Root(canonical.Span, id) with { Id = xades.RootReference }, xades.Part];
        return Join(canonical.Span, SignatureText.Write(parts, KeyInfo(key), key, xades));
    }

    static DigestedPart Root(ReadOnlySpan<byte> canonical, string id) =>
        new(id.Length > 0 ? $"#{id}" : "", SHA256.HashData(canonical), true);

    static string KeyInfo(SigningKey key) => $"<ds:X509Data><ds:X509Certificate>{key.CertificateText}</ds:X509Certificate></ds:X509Data>";

    static byte[] Join(ReadOnlySpan<byte> canonical, string signature)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(canonical.Length + Encoding.UTF8.GetByteCount(signature));
        var end = canonical.LastIndexOf("</"u8);
        canonical[..end].CopyTo(bytes);
        int written = Encoding.UTF8.GetBytes(signature, bytes.AsSpan(end));
        canonical[end..].CopyTo(bytes.AsSpan(end + written));
        return bytes;
    }
}
