using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>All that the one signature of a document claims, found to be of allowed form; nothing has been computed yet.</summary>
sealed record SignatureClaim(ParsedSignature Signature, List<XmlNode> Targets, KeyHints Hints, Xades? Xades)
{
    public required DocumentIndex Index { get; init; }

    public static Found<SignatureClaim> Read(DocumentIndex index, SignatureProfile profile)
    {
        if (index.Signatures.Count > 1) return SignatureRefusalCode.SignatureCount;
        if (index.Signatures is not [var element]) return SignatureRefusalCode.SignatureMissing;
        if (index.HasDuplicate) return SignatureRefusalCode.DuplicateId;
        var signature = SignatureReader.Read(element, profile);
        if (!signature.Holds) return signature.Refusal;
        var targets = SignedTargets.Resolve(signature.Value, index);
        if (!targets.Holds) return targets.Refusal;
        var hints = KeyHints.Read(signature.Value.KeyInfo);
        if (!hints.Holds) return hints.Refusal;
        var plain = new SignatureClaim(signature.Value, targets.Value, hints.Value, null) { Index = index };
        if (!XadesReader.IsClaimed(signature.Value)) return plain;
        var xades = XadesReader.Read(signature.Value, index, profile.Legacy);
        return xades.Holds ? plain with { Xades = xades.Value } : xades.Refusal;
    }

    /// <summary>The signer, named in the way of XML signatures or in that of SOAP messages.</summary>
    public Found<TrustedCertificate> Signer(Trust trust, DateTimeOffset at)
    {
        if (!TokenReference.IsIn(Signature.KeyInfo)) return Hints.Signer(trust, at);
        var shown = TokenReference.Certificate(Signature.KeyInfo, SecurityHeader.Around(Signature.Element), Index, trust);
        return shown.Holds ? shown.Value.Judge(trust, at) : shown.Refusal;
    }

    /// <summary>Null when the key made the signature and every digest is right.</summary>
    public SignatureRefusal? Compute(VerificationKey key) => SignatureCheck.Run(Signature, Targets, key);
}
