using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The one wsse:Security header of a message (WSS 1.0, X.509 token profile): token, Timestamp and signature.</summary>
sealed record SecurityHeader(XmlElement Token, XmlElement Timestamp, XmlElement Signature)
{
    public static Found<SecurityHeader> Read(SoapEnvelope envelope, DocumentIndex index)
    {
        var headers = Elements.Children(envelope.Header, "Security", Names.Wsse);
        if (headers.Count > 1 || index.Signatures.Count > 1) return SignatureRefusalCode.SignatureCount;
        if (headers is not [var security] || index.Signatures is not [var signature] || signature.ParentNode != security)
            return SignatureRefusalCode.SignatureMissing;
        if (Elements.Children(security, "Timestamp", Names.Wsu) is not [var timestamp]) return SignatureRefusalCode.TimestampMissing;
        if (Elements.Children(security, "BinarySecurityToken", Names.Wsse) is not [var token] || !IsX509(token))
            return SignatureRefusalCode.CertificateUnknown;
        return new SecurityHeader(token, timestamp, signature);
    }

    /// <summary>The certificate in the token, when the key information points at that very token and at nothing else.</summary>
    public byte[]? Certificate(XmlElement? keyInfo, DocumentIndex index) =>
        Elements.Children(keyInfo) is [var direct] && Elements.Is(direct, "SecurityTokenReference", Names.Wsse)
        && Elements.Children(direct) is [var reference] && Elements.Is(reference, "Reference", Names.Wsse) && Elements.IsLeaf(reference)
        && reference.GetAttribute("URI") is { Length: > 1 } uri && index.Resolve(uri) == Token ? Elements.Base64(Token) : null;

    static bool IsX509(XmlElement token) => token.GetAttribute("ValueType") == Names.X509v3
        && token.GetAttribute("EncodingType") is "" or Names.Base64Binary && Elements.IsLeaf(token);
}
