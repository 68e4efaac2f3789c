using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Writes envelopes signed with the partner's certificate over Body, Timestamp and every addressing header.</summary>
sealed class SoapSigner(SigningKey key, TimeProvider clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    readonly string token = Convert.ToBase64String(key.RawCertificate);

    public byte[] Sign(SoapMessage message)
    {
        var document = SigningDocument.From(message.ToEnvelope(Security()));
        if (SoapParts.Of(document) is not { Security: { } security } parts)
            throw new InvalidOperationException("The envelope lacks a part of its own.");
        security.AppendChild(Signature(document, parts));
        return SigningDocument.Write(document);
    }

    XElement Security() => new(SoapNames.Wsse + "Security", new XAttribute(SoapNames.Soap + "mustUnderstand", "1"),
        new XElement(SoapNames.Wsse + "BinarySecurityToken", SoapMessage.Id("token"),
            new XAttribute("EncodingType", SoapNames.Base64Type), new XAttribute("ValueType", SoapNames.X509Type), token),
        new XElement(SoapNames.Wsu + "Timestamp", SoapMessage.Id("timestamp"),
            new XElement(SoapNames.Wsu + "Created", Utc(clock.GetUtcNow())),
            new XElement(SoapNames.Wsu + "Expires", Utc(clock.GetUtcNow() + Lifetime))));

    static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    XmlElement Signature(XmlDocument document, SoapParts parts)
    {
        var signed = new SignedXml(document);
        SigningReferences.Prepare(signed);
        foreach (var (id, part) in parts.Signable)
            SigningReferences.Add(signed, id, new XmlDsigExcC14NTransform()).DigestValue = SigningDigest.Of(part);
        signed.KeyInfo.AddClause(new KeyInfoNode(TokenReference(document)));
        signed.Signature.SignatureValue = signed.SignedInfo is { } info ? Value(info.GetXml()) : [];
        return (XmlElement)document.ImportNode(signed.GetXml(), true);
    }

    byte[] Value(XmlElement info)
    {
        using var rsa = key.Private();
        return rsa.SignHash(SigningDigest.Of(info), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    static XmlElement TokenReference(XmlDocument document)
    {
        var outer = document.CreateElement("wsse", "SecurityTokenReference", SoapNames.Wsse.NamespaceName);
        var inner = document.CreateElement("wsse", "Reference", SoapNames.Wsse.NamespaceName);
        inner.SetAttribute("URI", "#token");
        inner.SetAttribute("ValueType", SoapNames.X509Type);
        outer.AppendChild(inner);
        return outer;
    }
}
