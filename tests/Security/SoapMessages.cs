using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>SOAP messages signed by the framework's SignedXml, with any key information and any choice of signed parts.</summary>
static class SoapMessages
{
    public const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    const string Profile = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0";
    const string Newer = "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1";

    public static string Identifier(string type, byte[] value) => Reference(
        $"<wsse:KeyIdentifier ValueType='{(type == "ThumbprintSHA1" ? Newer : Profile)}#{type}'>{Convert.ToBase64String(value)}</wsse:KeyIdentifier>");

    public static string IssuerSerial(string issuer, string serial) => $"<ds:X509Data xmlns:ds='{SignedXml.XmlDsigNamespaceUrl}'><ds:X509IssuerSerial>"
        + $"<ds:X509IssuerName>{issuer}</ds:X509IssuerName><ds:X509SerialNumber>{serial}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>";

    public static string Embedded(X509Certificate2 certificate) => $"<ds:X509Data xmlns:ds='{SignedXml.XmlDsigNamespaceUrl}'>"
        + $"<ds:X509Certificate>{Convert.ToBase64String(certificate.RawData)}</ds:X509Certificate></ds:X509Data>";

    public static string EmbeddedToken(X509Certificate2 certificate) => Reference(
        $"<wsse:Embedded><wsse:BinarySecurityToken ValueType='{Profile}#X509v3'>{Convert.ToBase64String(certificate.RawData)}</wsse:BinarySecurityToken></wsse:Embedded>");

    public static string Reference(string inner) => $"<wsse:SecurityTokenReference xmlns:wsse='{Wsse}'>{inner}</wsse:SecurityTokenReference>";

    /// <summary>Signs these parts, each named by its local name.</summary>
    public static XmlDocument Signed(X509Certificate2 signer, string keyInfo, string[] parts, bool enveloped = false, string header = "", bool timestamp = true)
    {
        var envelope = Samples.Xml(Envelope(header, timestamp));
        using var key = signer.GetRSAPrivateKey();
        var signed = new WithIds(envelope) { SigningKey = key };
        var info = signed.SignedInfo ?? throw new InvalidOperationException("There is no SignedInfo.");
        (info.CanonicalizationMethod, info.SignatureMethod) = (SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigRSASHA256Url);
        foreach (var part in parts)
        {
            var reference = new Reference($"#{part}") { DigestMethod = SignedXml.XmlDsigSHA256Url };
            if (enveloped) reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
            reference.AddTransform(new XmlDsigExcC14NTransform());
            signed.AddReference(reference);
        }
        signed.KeyInfo.AddClause(new KeyInfoNode(Samples.Root(keyInfo)));
        signed.ComputeSignature();
        Samples.First(envelope, "Security").AppendChild(envelope.ImportNode(signed.GetXml(), deep: true));
        return Samples.Sent(envelope);
    }

    static string Envelope(string header, bool timestamp) => $"""
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsu="{Samples.Wsu}" xmlns:wsa="{Samples.Addressing}"><s:Header>{header}
        <wsa:MessageID wsu:Id="MessageID">urn:uuid:1</wsa:MessageID><wsse:Security xmlns:wsse="{Wsse}" s:mustUnderstand="1">{(timestamp ? Timestamp : "")}</wsse:Security>
        </s:Header><s:Body wsu:Id="Body"><a xmlns="urn:a"/></s:Body></s:Envelope>
        """;

    static string Timestamp => $"<wsu:Timestamp wsu:Id='Timestamp'><wsu:Created>{Samples.Now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</wsu:Created></wsu:Timestamp>";

    sealed class WithIds(XmlDocument document) : SignedXml(document)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            document?.SelectSingleNode($"//*[@*[local-name()='Id']='{idValue}']") as XmlElement;
    }
}
