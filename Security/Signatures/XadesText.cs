using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Writes the XAdES-B-B properties of a signature over one document, as text that is its own exclusive canonical form.</summary>
sealed class XadesText
{
    readonly string signed;

    public XadesText(string id, SigningKey key, DateTimeOffset signingTime)
    {
        (SignatureId, RootReference) = ($"{id}-signature", $"{id}-reference");
        string properties = $"{id}-properties";
        signed = $"<xades:SignedProperties xmlns:xades=\"{Names.Xades}\" Id=\"{properties}\"><xades:SignedSignatureProperties>"
            + $"<xades:SigningTime>{Utc(signingTime)}</xades:SigningTime>{Certificate(key)}</xades:SignedSignatureProperties>"
            + $"<xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference=\"#{RootReference}\">"
            + "<xades:MimeType>application/xml</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties>"
            + "</xades:SignedProperties>";
        Part = new DigestedPart($"#{properties}", SHA256.HashData(Encoding.UTF8.GetBytes(signed)), false) { Type = XadesReader.Type };
    }

    public string SignatureId { get; }

    /// <summary>The Id of the ds:Reference to the document, which the data object format points at.</summary>
    public string RootReference { get; }

    public DigestedPart Part { get; }

    public string Object => $"<ds:Object><xades:QualifyingProperties xmlns:xades=\"{Names.Xades}\" Target=\"#{SignatureId}\">{signed}"
        + "</xades:QualifyingProperties></ds:Object>";

    static string Certificate(SigningKey key)
    {
        string digest = Convert.ToBase64String(SHA256.HashData(key.Certificate.RawDataMemory.Span));
        return "<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
            + $"<ds:DigestMethod xmlns:ds=\"{Names.Signature}\" Algorithm=\"{Names.Sha256}\"></ds:DigestMethod>"
            + $"<ds:DigestValue xmlns:ds=\"{Names.Signature}\">{digest}</ds:DigestValue>"
            + "</xades:CertDigest></xades:Cert></xades:SigningCertificateV2>";
    }

    static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
