using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Signatures on SOAP 1.1 messages (WSS 1.1, X.509 token profile 1.1).</summary>
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

    /// <summary>Returns the element in the Body when everything that must be signed is signed by a trusted key.</summary>
    public static SoapVerification Verify(
        XmlDocument envelope, Trust trust, DateTimeOffset now, TimeSpan window, MustSign sign = MustSign.BodyTimestampAddressing)
    {
        var answerTo = SoapEnvelope.ClaimedMessageId(envelope);
        var soap = SoapEnvelope.Read(envelope);
        if (!soap.Holds) return SoapVerification.Refused(soap.Refusal, answerTo);
        var index = DocumentIndex.Of(envelope);
        var proof = Prove(soap.Value, index, trust, now, window, sign);
        return proof.Holds
            ? SoapVerification.Of(proof.Value.Content, soap.Value, proof.Value.Signed, proof.Value.Signer, answerTo)
            : SoapVerification.Refused(proof.Refusal, answerTo);
    }

    static Found<Proof> Prove(SoapEnvelope soap, DocumentIndex index, Trust trust, DateTimeOffset now, TimeSpan window, MustSign sign)
    {
        var security = SecurityHeader.Read(soap, index);
        if (!security.Holds) return security.Refusal;
        if (index.HasDuplicate) return SignatureRefusalCode.DuplicateId;
        if (Elements.Children(soap.Body) is not [var content]) return SignatureRefusalCode.EnvelopeNotAllowed;
        if (security.Value.Timestamp is null && sign != MustSign.BodyOnly) return SignatureRefusalCode.TimestampMissing;
        var signature = SignatureReader.Read(security.Value.Signature);
        if (!signature.Holds) return signature.Refusal;
        var signed = Signed(signature.Value, soap, security.Value, index);
        if (!signed.Holds) return signed.Refusal;
        if (!Required(soap, security.Value, sign).TrueForAll(signed.Value.Contains)) return SignatureRefusalCode.NotSigned;
        var certificate = TokenReference.Certificate(signature.Value.KeyInfo, security.Value, index, trust);
        if (!certificate.Holds) return certificate.Refusal;
        var signer = SignatureCheck.Run(signature.Value, signed.Value, certificate.Value, trust, now);
        if (!signer.Holds) return signer.Refusal;
        return security.Value.Timestamp is { } timestamp && SoapTimestamp.Judge(timestamp, now, window) is { } late
            ? late
            : new Proof(content, signed.Value, signer.Value);
    }

    // Some stacks (node-soap) put the enveloped-signature transform into every reference. None of these parts holds the signature: it changes nothing.
    static Found<List<XmlElement>> Signed(ParsedSignature signature, SoapEnvelope soap, SecurityHeader security, DocumentIndex index)
    {
        HashSet<XmlElement> signable = [soap.Body, .. soap.Addressing, .. security.Tokens];
        if (security.Timestamp is { } timestamp) signable.Add(timestamp);
        var signed = new List<XmlElement>();
        foreach (var reference in signature.References)
        {
            if (reference.Uri.Length == 0 || index.Resolve(reference.Uri) is not { } target || !signable.Remove(target))
                return SignatureRefusalCode.ReferenceNotAllowed;
            signed.Add(target);
        }
        return signed;
    }

    static List<XmlElement> Required(SoapEnvelope soap, SecurityHeader security, MustSign sign) =>
    [
        soap.Body,
        .. sign != MustSign.BodyOnly && security.Timestamp is { } timestamp ? (XmlElement[])[timestamp] : [],
        .. sign == MustSign.BodyTimestampAddressing ? soap.Addressing : [],
    ];

    sealed record Proof(XmlElement Content, IReadOnlyList<XmlElement> Signed, X509Certificate2 Signer);

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
