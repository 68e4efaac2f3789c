using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Signs XML documents with one enveloped signature as the last child of the root.</summary>
public static class DocumentSigner
{
    /// <summary>The bytes of the signed document.</summary>
    /// <param name="canonical">The unsigned document: UTF-8 text already in exclusive canonical form, its root carrying this Id.</param>
    public static byte[] Sign(ReadOnlyMemory<byte> canonical, string id, SigningKey key)
    {
        var part = new DigestedPart($"#{id}", SHA256.HashData(canonical.Span), true);
        var keyInfo = $"<ds:X509Data><ds:X509Certificate>{key.CertificateText}</ds:X509Certificate></ds:X509Data>";
        var signature = Encoding.UTF8.GetBytes(SignatureText.Write([part], keyInfo, key));
        var end = canonical.Span.LastIndexOf("</"u8);
        return [.. canonical.Span[..end], .. signature, .. canonical.Span[end..]];
    }
}
