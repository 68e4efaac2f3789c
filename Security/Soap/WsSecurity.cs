using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Signatures on SOAP 1.1 messages (WSS 1.0, X.509 token profile) over Body, Timestamp and every WS-Addressing header.</summary>
public static class WsSecurity
{
    /// <summary>Adds the Security header to an envelope that has none; the addressing headers must be in place already.</summary>
    public static void Sign(XmlDocument envelope, SigningKey key, DateTimeOffset now, TimeSpan lifetime)
    {
        var read = SoapEnvelope.Read(envelope);
        if (!read.Holds) throw new InvalidOperationException(read.Refusal.Sentence);
        var header = read.Value.Header ?? InsertHeader(read.Value.Body);
        if (Elements.Children(header, "Security", Names.Wsse).Count > 0)
            throw new InvalidOperationException("The envelope is signed already.");
        var security = AppendSecurity(header);
        string token = AppendToken(security, key);
        var timestamp = SoapTimestamp.Append(security, now, lifetime);
        XmlElement[] parts = [read.Value.Body, timestamp, .. read.Value.Addressing];
        var targets = parts.Select(part => new SignatureTarget("#" + Identify(part), part, Enveloped: false)).ToList();
        ReferToToken(new SignatureWriter(key).Append(security, targets), token);
    }

    /// <summary>Returns the element in the Body when Body, Timestamp and all addressing headers are signed by a trusted key.</summary>
    public static SoapVerification Verify(XmlDocument envelope, Trust trust, DateTimeOffset now, TimeSpan window)
    {
        var index = DocumentIndex.Of(envelope);
        var soap = SoapEnvelope.Read(envelope);
        if (!soap.Holds) return SoapVerification.Refused(soap.Refusal);
        var security = SecurityHeader.Read(soap.Value, index);
        if (!security.Holds) return SoapVerification.Refused(security.Refusal);
        if (index.HasDuplicate) return SoapVerification.Refused(SignatureRefusalCode.DuplicateId);
        if (Elements.Children(soap.Value.Body) is not [var content])
            return SoapVerification.Refused(SignatureRefusalCode.EnvelopeNotAllowed);
        var signer = Signer(soap.Value, security.Value, index, trust, now);
        if (!signer.Holds) return SoapVerification.Refused(signer.Refusal);
        if (SoapTimestamp.Judge(security.Value.Timestamp, now, window) is { } late) return SoapVerification.Refused(late);
        return SoapVerification.Of(content, soap.Value, signer.Value);
    }

    static Found<X509Certificate2> Signer(SoapEnvelope soap, SecurityHeader security, DocumentIndex index, Trust trust, DateTimeOffset now)
    {
        var signature = SignatureReader.Read(security.Signature);
        if (!signature.Holds) return signature.Refusal;
        var covered = Covered(signature.Value, soap, security, index);
        if (!covered.Holds) return covered.Refusal;
        return security.Certificate(signature.Value.KeyInfo, index) is { } certificate
            ? SignatureCheck.Run(signature.Value, covered.Value, certificate, trust, now)
            : SignatureRefusalCode.CertificateUnknown;
    }

    static Found<List<XmlElement>> Covered(ParsedSignature signature, SoapEnvelope soap, SecurityHeader security, DocumentIndex index)
    {
        XmlElement[] required = [soap.Body, security.Timestamp, .. soap.Addressing];
        var covered = new List<XmlElement>();
        foreach (var reference in signature.References)
        {
            if (reference.Enveloped || reference.Uri.Length == 0 || index.Resolve(reference.Uri) is not { } target
                || covered.Contains(target) || !(required.Contains(target) || target == security.Token))
                return SignatureRefusalCode.ReferenceNotAllowed;
            covered.Add(target);
        }
        return required.All(covered.Contains) ? covered : SignatureRefusalCode.NotSigned;
    }

    static XmlElement InsertHeader(XmlElement body)
    {
        var header = body.OwnerDocument.CreateElement(body.Prefix, "Header", Names.Soap);
        body.ParentNode?.InsertBefore(header, body);
        return header;
    }

    static XmlElement AppendSecurity(XmlElement header)
    {
        var security = Elements.Append(header, "wsse", "Security", Names.Wsse);
        Set(security, header.Prefix, "mustUnderstand", Names.Soap, "1");
        return security;
    }

    static string AppendToken(XmlElement security, SigningKey key)
    {
        var token = Elements.Append(security, "wsse", "BinarySecurityToken", Names.Wsse);
        token.SetAttribute("ValueType", Names.X509v3);
        token.SetAttribute("EncodingType", Names.Base64Binary);
        token.InnerText = key.CertificateText;
        return Identify(token);
    }

    static void ReferToToken(XmlElement keyInfo, string token)
    {
        var direct = Elements.Append(keyInfo, "wsse", "SecurityTokenReference", Names.Wsse);
        var reference = Elements.Append(direct, "wsse", "Reference", Names.Wsse);
        reference.SetAttribute("URI", "#" + token);
        reference.SetAttribute("ValueType", Names.X509v3);
    }

    static string Identify(XmlElement element)
    {
        if (element.GetAttribute("Id", Names.Wsu) is { Length: > 0 } present) return present;
        string id = "id-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        Set(element, "wsu", "Id", Names.Wsu, id);
        return id;
    }

    static void Set(XmlElement element, string prefix, string name, string space, string value)
    {
        // An attribute in a namespace needs a prefix, also where its element uses the default namespace.
        var attribute = element.OwnerDocument.CreateAttribute(prefix.Length > 0 ? prefix : "soap", name, space);
        attribute.Value = value;
        element.SetAttributeNode(attribute);
    }
}
