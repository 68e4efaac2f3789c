using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>
/// How a signature names the certificate of its key (WSS X.509 token profile 1.1, section 3.2). Every form is a hint only:
/// it gives bytes that the partner's configured trust then judges; an identifier finds configured certificates and no others.
/// </summary>
static class TokenReference
{
    const int Most = 9;

    /// <summary>Whether the key information is one of SOAP messages.</summary>
    public static bool IsIn(XmlElement? keyInfo) =>
        Elements.Children(keyInfo) is [var named] && Elements.Is(named, "SecurityTokenReference", Names.Wsse);

    /// <summary>The certificate meant by the key information, with the others that the message shows.</summary>
    public static Found<ShownCertificates> Certificate(XmlElement? keyInfo, SecurityHeader security, DocumentIndex index, Trust trust)
    {
        if (Elements.Children(keyInfo) is not [var named]) return SignatureRefusalCode.TokenNotAllowed;
        if (Elements.Is(named, "X509Data", Names.Signature)) return OfData(named, trust);
        if (!IsIn(keyInfo)) return SignatureRefusalCode.TokenNotAllowed;
        if (Elements.Children(named) is not [var reference]) return SignatureRefusalCode.TokenUnavailable;
        if (Elements.Is(reference, "X509Data", Names.Signature)) return OfData(reference, trust);
        var signer = (reference.NamespaceURI, reference.LocalName) switch
        {
            (Names.Wsse, "Reference") => OfReference(reference, security, index),
            (Names.Wsse, "KeyIdentifier") => OfIdentifier(reference, trust),
            (Names.Wsse, "Embedded") when Elements.Children(reference) is [var token] => OfToken(token),
            _ => SignatureRefusalCode.TokenNotAllowed,
        };
        return signer.Holds ? new ShownCertificates(signer.Value, Beside(signer.Value, security)) : signer.Refusal;
    }

    // Authorities between the signer and the root come as further tokens.
    static List<byte[]> Beside(byte[] signer, SecurityHeader security) => [.. security.Tokens.Take(Most).Select(OfToken)
        .Where(token => token.Holds && !token.Value.AsSpan().SequenceEqual(signer)).Select(token => token.Value ?? [])];

    static Found<byte[]> OfReference(XmlElement reference, SecurityHeader security, DocumentIndex index)
    {
        if (!Elements.IsLeaf(reference)) return SignatureRefusalCode.TokenNotAllowed;
        return reference.GetAttribute("URI") is ['#', _, ..] uri && index.Resolve(uri) is { } token && security.Tokens.Contains(token)
            ? OfToken(token)
            : SignatureRefusalCode.TokenUnavailable;
    }

    static Found<byte[]> OfToken(XmlElement token)
    {
        bool allowed = Elements.Is(token, "BinarySecurityToken", Names.Wsse) && Elements.IsLeaf(token)
            && token.GetAttribute("ValueType") == Names.X509v3 && IsBase64(token);
        if (!allowed) return SignatureRefusalCode.TokenNotAllowed;
        return Elements.Base64(token) is { Length: > 0 } raw ? raw : SignatureRefusalCode.TokenMalformed;
    }

    static Found<byte[]> OfIdentifier(XmlElement identifier, Trust trust)
    {
        if (!Elements.IsLeaf(identifier) || !IsBase64(identifier)) return SignatureRefusalCode.TokenNotAllowed;
        if (Elements.Base64(identifier) is not { Length: > 0 } value) return SignatureRefusalCode.TokenMalformed;
        return identifier.GetAttribute("ValueType") switch
        {
            Names.X509v3 => value,
            Names.SubjectKeyIdentifier => Known(trust.Certificates, one => CertificateNames.HasKeyIdentifier(one, value)),
            Names.ThumbprintSha1 => Known(trust.Certificates, one => CertificateNames.HasThumbprint(one, value)),
            _ => SignatureRefusalCode.TokenNotAllowed,
        };
    }

    static Found<ShownCertificates> OfData(XmlElement data, Trust trust)
    {
        var certificates = Elements.Children(data, "X509Certificate", Names.Signature).ConvertAll(Elements.Base64);
        if (certificates.Contains(null)) return SignatureRefusalCode.TokenMalformed;
        if (certificates.Count > 0) return ShownCertificates.Of([.. certificates.OfType<byte[]>()], trust);
        if (Elements.Children(data, "X509IssuerSerial", Names.Signature) is not [var issued]) return SignatureRefusalCode.TokenNotAllowed;
        var (issuer, serial) = (Text(issued, "X509IssuerName"), Text(issued, "X509SerialNumber"));
        var known = Known(trust.Certificates, one => CertificateNames.WasIssuedAs(one, issuer, serial));
        return known.Holds ? new ShownCertificates(known.Value, []) : known.Refusal;
    }

    static Found<byte[]> Known(IEnumerable<X509Certificate2> certificates,
        Func<X509Certificate2, bool> isMeant) =>
        certificates.FirstOrDefault(isMeant) is { } found ? found.RawData : SignatureRefusalCode.TokenUnavailable;

    static string Text(XmlElement parent, string name) =>
        Elements.Children(parent, name, Names.Signature) is [var only] ? only.InnerText.Trim() : "";

    static bool IsBase64(XmlElement element) => element.GetAttribute("EncodingType") is "" or Names.Base64Binary;
}
