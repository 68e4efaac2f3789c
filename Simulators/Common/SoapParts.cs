using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The places of an envelope that can be signed, each found where it belongs and nowhere else.</summary>
sealed class SoapParts
{
    readonly XmlElement? header;
    readonly XmlElement? security;
    readonly Dictionary<string, XmlElement> signable = [];

    SoapParts(XmlElement envelope)
    {
        header = Only(envelope, SoapNames.Soap + "Header");
        security = Only(header, SoapNames.Wsse + "Security");
        Body = Only(envelope, SoapNames.Soap + "Body");
        Timestamp = Only(security, SoapNames.Wsu + "Timestamp");
        Token = Only(security, SoapNames.Wsse + "BinarySecurityToken");
        Signature = Only(security, XName.Get("Signature", System.Security.Cryptography.Xml.SignedXml.XmlDsigNamespaceUrl));
        Addressing = [.. header?.ChildNodes.OfType<XmlElement>().Where(e => e.NamespaceURI == SoapNames.Wsa) ?? []];
    }

    public XmlElement? Body { get; }

    public XmlElement? Timestamp { get; }

    public XmlElement? Token { get; }

    public XmlElement? Signature { get; }

    public IReadOnlyList<XmlElement> Addressing { get; }

    public XmlElement? Security => security;

    /// <summary>Everything that has to be signed, by id, in the order of signing.</summary>
    public IReadOnlyDictionary<string, XmlElement> Signable => signable;

    /// <summary>Null when this is not one SOAP 1.1 envelope with one signed header, or an id is missing or stands twice.</summary>
    public static SoapParts? Of(XmlDocument document)
    {
        if (document.DocumentElement is not { LocalName: "Envelope" } envelope || envelope.NamespaceURI != SoapNames.Soap)
            return null;
        var parts = new SoapParts(envelope);
        return parts is { Body: not null, Timestamp: not null, Token: not null } && parts.CollectIds() ? parts : null;
    }

    public string? Address(string name) => Only(header, SoapNames.Wsa + name)?.InnerText;

    public static XmlElement? Only(XmlElement? parent, XName name)
    {
        var all = parent?.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == name.LocalName && e.NamespaceURI == name.NamespaceName);
        return all?.Take(2).ToArray() is [var one] ? one : null;
    }

    bool CollectIds() => Addressing.Append(Timestamp).Append(Body).All(e =>
        e?.GetAttribute("Id", SoapNames.Wsu.NamespaceName) is { Length: > 0 } id && signable.TryAdd(id, e));
}
