using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The nodes that the references of a signature mean, in their order, each at a place where it may be signed.</summary>
static class SignedTargets
{
    const string ManifestType = Names.Signature + "Manifest";

    public static Found<List<XmlNode>> Resolve(ParsedSignature signature, DocumentIndex index)
    {
        var targets = new List<XmlNode>();
        foreach (var reference in signature.References)
        {
            if (index.Target(reference.Uri) is not { } target || targets.Contains(target)) return SignatureRefusalCode.ReferenceNotAllowed;
            if (reference.Type == ManifestType || target is XmlElement { LocalName: "Manifest", NamespaceURI: Names.Signature })
                return new SignatureRefusal(
                    SignatureRefusalCode.ReferenceNotAllowed, "The signature refers to a Manifest, which proves nothing about what it lists.");
            if (IsOwnMachinery(target, signature) || (IsWithin(signature.Element, target) && !reference.Enveloped))
                return SignatureRefusalCode.ReferenceNotAllowed;
            targets.Add(target);
        }
        return targets;
    }

    /// <summary>The signed things that are not about the signature itself.</summary>
    public static List<SignedPart> Parts(ParsedSignature signature, List<XmlNode> targets, Xades? xades)
    {
        var parts = new List<SignedPart>();
        for (int i = 0; i < targets.Count; i++)
            if (targets[i] != xades?.Element && targets[i] != signature.KeyInfo) parts.Add(Part(signature, signature.References[i], targets[i]));
        return parts;
    }

    /// <summary>Whether a node is an ancestor of another or that very node.</summary>
    public static bool IsWithin(XmlNode inner, XmlNode outer)
    {
        for (XmlNode? at = inner; at is not null; at = at.ParentNode)
            if (at == outer) return true;
        return false;
    }

    static SignedPart Part(ParsedSignature signature, ParsedReference reference, XmlNode target)
    {
        var place = IsWithin(signature.Element, target) ? SignaturePlace.Enveloped
            : IsWithin(target, signature.Element) ? SignaturePlace.Enveloping : SignaturePlace.Detached;
        return reference.Transforms.Base64
            ? new(place, null, SignedOctets.Of(target, reference, signature.Element))
            : new(place, (target as XmlDocument)?.DocumentElement ?? target as XmlElement, null);
    }

    // Inside its own signature only an Object, something in one, or the key information can be signed.
    static bool IsOwnMachinery(XmlNode target, ParsedSignature signature) => IsWithin(target, signature.Element)
        && target != signature.KeyInfo && !signature.Objects.Any(one => IsWithin(target, one));
}
