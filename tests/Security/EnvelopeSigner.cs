using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>Signs any SOAP envelope with the framework's SignedXml: Body, Timestamp and addressing headers, token by reference.</summary>
sealed class EnvelopeSigner(XmlDocument envelope, SigningKey key)
{
    const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    const string Wsse = Oasis + "wssecurity-secext-1.0.xsd";
    const string X509v3 = Oasis + "x509-token-profile-1.0#X509v3";
    const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    int identifiers;

    public static void Sign(XmlDocument envelope, SigningKey key, DateTimeOffset now, TimeSpan lifetime) =>
        new EnvelopeSigner(envelope, key).Sign(now, lifetime);

    void Sign(DateTimeOffset now, TimeSpan lifetime)
    {
        var body = Samples.First(envelope, "Body");
        var header = envelope.SelectSingleNode("/*/*[local-name()='Header']") as XmlElement ?? InsertHeader(body);
        var addressing = header.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == Samples.Addressing).ToList();
        var security = Add(header, "wsse:Security", Wsse);
        Set(security, "soap:mustUnderstand", Soap, "1");
        var token = Add(security, "wsse:BinarySecurityToken", Wsse, Convert.ToBase64String(key.Certificate.RawData));
        token.SetAttribute("ValueType", X509v3);
        token.SetAttribute("EncodingType", Oasis + "soap-message-security-1.0#Base64Binary");
        var timestamp = Add(security, "wsu:Timestamp", Samples.Wsu);
        Add(timestamp, "wsu:Created", Samples.Wsu, Time(now));
        Add(timestamp, "wsu:Expires", Samples.Wsu, Time(now + lifetime));
        security.AppendChild(Signature([body, timestamp, .. addressing], Identify(token)));
    }

    XmlElement Signature(List<XmlElement> parts, string token)
    {
        var signed = new FrameworkSignature(envelope) { SigningKey = key.Certificate.GetRSAPrivateKey() };
        signed.Prepare(SignedXml.XmlDsigExcC14NTransformUrl);
        foreach (var part in parts) signed.Refer("#" + Identify(part), new XmlDsigExcC14NTransform());
        signed.KeyInfo.AddClause(new KeyInfoNode(Samples.Root(
            $"<wsse:SecurityTokenReference xmlns:wsse='{Wsse}'><wsse:Reference URI='#{token}' ValueType='{X509v3}'/></wsse:SecurityTokenReference>")));
        signed.ComputeSignature();
        return (XmlElement)envelope.ImportNode(signed.GetXml(), deep: true);
    }

    XmlElement InsertHeader(XmlElement body)
    {
        var header = envelope.CreateElement(body.Prefix, "Header", Soap);
        Samples.RootOf(envelope).InsertBefore(header, body);
        return header;
    }

    string Identify(XmlElement element)
    {
        if (element.GetAttribute("Id", Samples.Wsu) is { Length: > 0 } present) return present;
        string id = $"id-{Guid.NewGuid():N}-{identifiers++}";
        Set(element, "wsu:Id", Samples.Wsu, id);
        return id;
    }

    XmlElement Add(XmlElement parent, string name, string space, string? text = null)
    {
        var element = envelope.CreateElement(name, space);
        if (text is not null) element.InnerText = text;
        parent.AppendChild(element);
        return element;
    }

    void Set(XmlElement element, string name, string space, string value)
    {
        var attribute = envelope.CreateAttribute(name, space);
        attribute.Value = value;
        element.SetAttributeNode(attribute);
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
