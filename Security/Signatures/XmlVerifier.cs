using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Verifies the enveloped signature of a document that came in through <see cref="SafeXml"/>.</summary>
public static class XmlVerifier
{
    /// <summary>Returns the document element when its one signature covers it whole and its certificate is pinned and valid.</summary>
    public static Verification VerifyEnveloped(XmlDocument document, Trust trust, DateTimeOffset at)
    {
        var index = DocumentIndex.Of(document);
        if (document.DocumentElement is not { } root) return Verification.Refused(SignatureRefusalCode.SignatureMissing);
        var signature = Only(index, root);
        if (!signature.Holds) return Verification.Refused(signature.Refusal);
        if (index.HasDuplicate) return Verification.Refused(SignatureRefusalCode.DuplicateId);
        var parsed = SignatureReader.Read(signature.Value);
        if (!parsed.Holds) return Verification.Refused(parsed.Refusal);
        if (parsed.Value.References is not [{ Enveloped: true } reference] || index.Resolve(reference.Uri) != root)
            return Verification.Refused(SignatureRefusalCode.ReferenceNotAllowed);
        if (Certificate(parsed.Value.KeyInfo, trust) is not { } certificate)
            return Verification.Refused(SignatureRefusalCode.CertificateUnknown);
        var signer = SignatureCheck.Run(parsed.Value, [root], certificate, trust, at);
        return signer.Holds ? Verification.Of(root, signer.Value) : Verification.Refused(signer.Refusal);
    }

    static Found<XmlElement> Only(DocumentIndex index, XmlElement root)
    {
        if (index.Signatures.Count > 1) return SignatureRefusalCode.SignatureCount;
        return index.Signatures is [var signature] && signature.ParentNode == root ? signature : SignatureRefusalCode.SignatureMissing;
    }

    // The key information is not signed: nothing but ds elements may stand in it, so that no business element can hide there.
    static byte[]? Certificate(XmlElement keyInfo, Trust trust)
    {
        if (!IsOnlySignatureMarkup(keyInfo)) return null;
        var certificates = Elements.Children(keyInfo, "X509Data", Names.Signature)
            .SelectMany(data => Elements.Children(data, "X509Certificate", Names.Signature))
            .Select(Elements.Base64).OfType<byte[]>().ToList();
        return certificates.Find(raw => trust.Knows(raw)) ?? certificates.FirstOrDefault();
    }

    static bool IsOnlySignatureMarkup(XmlElement element) =>
        Elements.Children(element).TrueForAll(child => child.NamespaceURI == Names.Signature && IsOnlySignatureMarkup(child));
}
