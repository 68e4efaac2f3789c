using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Signatures on SOAP 1.1 messages (WSS 1.1, X.509 token profile 1.1).</summary>
public static class WsSecurity
{
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
}
