using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Signatures on SOAP 1.1 messages (WSS 1.0, X.509 token profile) over Body, Timestamp and every WS-Addressing header.</summary>
public static class WsSecurity
{
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
            if (reference.Uri.Length == 0 || index.Resolve(reference.Uri) is not { } target
                || covered.Contains(target) || !(required.Contains(target) || target == security.Token))
                return SignatureRefusalCode.ReferenceNotAllowed;
            covered.Add(target);
        }
        return required.All(covered.Contains) ? covered : SignatureRefusalCode.NotSigned;
    }
}
