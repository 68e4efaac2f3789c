using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The one wsse:Security header of a message (WSS 1.1, X.509 token profile): tokens, Timestamp and signature.</summary>
sealed record SecurityHeader(IReadOnlyList<XmlElement> Tokens, XmlElement? Timestamp, XmlElement Signature)
{
    public static Found<SecurityHeader> Read(SoapEnvelope envelope, DocumentIndex index)
    {
        var headers = Elements.Children(envelope.Header, "Security", Names.Wsse);
        if (headers.Count > 1 || index.Signatures.Count > 1) return SignatureRefusalCode.SignatureCount;
        if (headers is not [var security] || index.Signatures is not [var signature] || signature.ParentNode != security)
            return SignatureRefusalCode.SignatureMissing;
        var timestamps = Elements.Children(security, "Timestamp", Names.Wsu);
        if (timestamps.Count > 1) return SignatureRefusalCode.TimestampMissing;
        return new SecurityHeader(
            Elements.Children(security, "BinarySecurityToken", Names.Wsse), timestamps.Count == 0 ? null : timestamps[0], signature);
    }

    /// <summary>What stands beside a signature of any place, for documents that are not judged as messages.</summary>
    public static SecurityHeader Around(XmlElement signature) =>
        new(Elements.Children(signature.ParentNode as XmlElement, "BinarySecurityToken", Names.Wsse), null, signature);
}
