using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Verifies the one signature of a document that came in through <see cref="SafeXml"/>.</summary>
public static class XmlVerifier
{
    /// <summary>Returns the document element when its one signature covers it whole and its certificate is trusted and valid.</summary>
    /// <param name="needsXades">Whether only a signature of level XAdES-B-B counts.</param>
    public static Verification VerifyEnveloped(XmlDocument document, Trust trust, DateTimeOffset at, bool needsXades = false)
    {
        var index = DocumentIndex.Of(document);
        if (document.DocumentElement is not { } root) return Verification.Refused(SignatureRefusalCode.SignatureMissing);
        if (index.Signatures is [var one] && one.ParentNode != root) return Verification.Refused(SignatureRefusalCode.SignatureMissing);
        var claim = SignatureClaim.Read(index, SignatureProfile.Document);
        if (!claim.Holds) return Verification.Refused(claim.Refusal);
        if (DocumentRules.Refuse(claim.Value, root) is { } refusal) return Verification.Refused(refusal);
        if (needsXades && claim.Value.Xades?.IsBasic is not true) return Verification.Refused(SignatureRefusalCode.XadesMissing);
        var signer = Signer(claim.Value, trust, at);
        return signer.Holds
            ? Verification.Of(root, signer.Value, claim.Value.Xades?.Said)
            : Verification.Refused(signer.Refusal);
    }

    /// <summary>
    /// What the one signature of any document covers, wherever in it the signature stands: around, inside or beside the signed elements.
    /// </summary>
    public static XmlVerification Verify(XmlDocument document, VerificationPolicy policy, DateTimeOffset at)
    {
        var index = DocumentIndex.Of(document);
        var claim = SignatureClaim.Read(index, SignatureProfile.General with { Legacy = policy.AllowLegacyAlgorithms });
        if (!claim.Holds) return XmlVerification.Refused(claim.Refusal);
        var parts = SignedTargets.Parts(claim.Value.Signature, claim.Value.Targets, claim.Value.Xades);
        if (parts.Count == 0) return XmlVerification.Refused(SignatureRefusalCode.NotSigned);
        X509Certificate2? certificate = null;
        if (policy.Trust is { } trust)
        {
            var signer = Signer(claim.Value, trust, at);
            if (!signer.Holds) return XmlVerification.Refused(signer.Refusal);
            certificate = signer.Value;
        }
        else if (policy.Key is { } key && Refuse(claim.Value, key) is { } refusal) return XmlVerification.Refused(refusal);
        return XmlVerification.Of(parts, certificate, claim.Value);
    }

    static SignatureRefusal? Refuse(SignatureClaim claim, VerificationKey key)
    {
        if (claim.Compute(key) is { } refusal) return refusal;
        if (claim.Xades is not { Signers.Count: > 0 } xades) return null;
        var shown = claim.Hints.Certificates.Select(Opened.Certificate).OfType<X509Certificate2>();
        return shown.Any(one => key.Is(one.PublicKey) && xades.IsOf(one)) ? null : XadesReader.OtherSigner;
    }

    static Found<X509Certificate2> Signer(SignatureClaim claim, Trust trust, DateTimeOffset at)
    {
        var signer = claim.Signer(trust, at);
        if (!signer.Holds) return signer.Refusal;
        if (claim.Compute(signer.Value.Key) is { } refusal) return refusal;
        return claim.Xades?.IsOf(signer.Value.Certificate) is false ? XadesReader.OtherSigner : signer.Value.Certificate;
    }
}
