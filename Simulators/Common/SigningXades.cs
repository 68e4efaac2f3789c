using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The signed properties of level XAdES-B-B: when and with which certificate a document was signed.</summary>
static class SigningXades
{
    public const string ReferenceType = "http://uri.etsi.org/01903#SignedProperties";
    const string Path = "ds:Object/x:QualifyingProperties/x:SignedProperties";
    static readonly XNamespace X = "http://uri.etsi.org/01903/v1.3.2#";
    static readonly XNamespace Ds = SignedXml.XmlDsigNamespaceUrl;

    /// <summary>QualifyingProperties for the signature and the reference of these identifiers.</summary>
    public static XmlElement? Properties(string signature, string reference, string id, byte[] certificate, DateTimeOffset at)
    {
        var digest = new XElement(X + "CertDigest",
            new XElement(Ds + "DigestMethod", new XAttribute("Algorithm", SignedXml.XmlDsigSHA256Url)),
            new XElement(Ds + "DigestValue", Convert.ToBase64String(SHA256.HashData(certificate))));
        var about = new XElement(X + "SignedSignatureProperties",
            new XElement(X + "SigningTime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)),
            new XElement(X + "SigningCertificateV2", new XElement(X + "Cert", digest)));
        var data = new XElement(X + "SignedDataObjectProperties",
            new XElement(X + "DataObjectFormat", new XAttribute("ObjectReference", "#" + reference), new XElement(X + "MimeType", "application/xml")));
        var all = new XElement(X + "QualifyingProperties", new XAttribute("Target", "#" + signature),
            new XElement(X + "SignedProperties", new XAttribute("Id", id), about, data));
        return SigningDocument.From(all).DocumentElement;
    }

    /// <summary>The SignedProperties at their only place; null when there are none or several.</summary>
    public static XmlElement? Find(XmlElement signature) =>
        signature.SelectNodes(Path, Namespaces(signature)) is { Count: 1 } found ? found[0] as XmlElement : null;

    /// <summary>Whether the properties name this certificate and say a time.</summary>
    public static bool Name(XmlElement properties, byte[] certificate)
    {
        var names = Namespaces(properties);
        var digest = properties.SelectSingleNode("x:SignedSignatureProperties/x:SigningCertificateV2/x:Cert/x:CertDigest", names);
        return digest?.SelectSingleNode("ds:DigestMethod/@Algorithm", names)?.Value == SignedXml.XmlDsigSHA256Url
            && digest.SelectSingleNode("ds:DigestValue", names)?.InnerText == Convert.ToBase64String(SHA256.HashData(certificate))
            && DateTimeOffset.TryParse(properties.SelectSingleNode("x:SignedSignatureProperties/x:SigningTime", names)?.InnerText, out _);
    }

    static XmlNamespaceManager Namespaces(XmlElement element)
    {
        var names = new XmlNamespaceManager(element.OwnerDocument.NameTable);
        names.AddNamespace("ds", SignedXml.XmlDsigNamespaceUrl);
        names.AddNamespace("x", X.NamespaceName);
        return names;
    }
}
