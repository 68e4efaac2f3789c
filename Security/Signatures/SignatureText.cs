using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>What one reference of a signature names, and the digest of its canonical octets.</summary>
readonly record struct DigestedPart(string Uri, byte[] Digest, bool Enveloped)
{
    public string? Id { get; init; }
    public string? Type { get; init; }
}

/// <summary>
/// Writes ds:Signature as text that is its own exclusive canonical form: signing then costs one pass over the bytes and the key operation,
/// without a document in memory.
/// </summary>
static class SignatureText
{
    /// <summary>The signature with this KeyInfo content; every element is written the way the canonical form demands.</summary>
    public static string Write(IEnumerable<DigestedPart> parts, string keyInfo, SigningKey key, XadesText? xades = null)
    {
        var info = SignedInfo(parts, key.Algorithm);
        var apex = $"<ds:SignedInfo xmlns:ds=\"{Names.Signature}\">{info}";
        var value = key.Sign(CryptographicOperations.HashData(key.Algorithm.Hash, Encoding.UTF8.GetBytes(apex)));
        return $"<ds:Signature xmlns:ds=\"{Names.Signature}\"{Attribute("Id", xades?.SignatureId)}><ds:SignedInfo>{info}"
            + $"<ds:SignatureValue>{Convert.ToBase64String(value)}</ds:SignatureValue><ds:KeyInfo>{keyInfo}</ds:KeyInfo>"
            + $"{xades?.Object}</ds:Signature>";
    }

    static string SignedInfo(IEnumerable<DigestedPart> parts, SignatureAlgorithm algorithm)
    {
        var text = new StringBuilder()
            .Append(Algorithm("CanonicalizationMethod", Names.Exclusive)).Append(Algorithm("SignatureMethod", algorithm.Uri));
        foreach (var part in parts)
        {
            text.Append("<ds:Reference").Append(Attribute("Id", part.Id)).Append(Attribute("Type", part.Type))
                .Append(Attribute("URI", part.Uri)).Append("><ds:Transforms>")
                .Append(part.Enveloped ? Algorithm("Transform", Names.Enveloped) : "").Append(Algorithm("Transform", Names.Exclusive))
                .Append("</ds:Transforms>").Append(Algorithm("DigestMethod", Names.Sha256))
                .Append("<ds:DigestValue>").Append(Convert.ToBase64String(part.Digest)).Append("</ds:DigestValue></ds:Reference>");
        }
        return text.Append("</ds:SignedInfo>").ToString();
    }

    static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";

    static string Algorithm(string name, string algorithm) => $"<ds:{name} Algorithm=\"{algorithm}\"></ds:{name}>";
}
