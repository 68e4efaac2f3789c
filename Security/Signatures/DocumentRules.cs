using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>What the doors demand of a signed document beyond the standard: the root signed whole, nothing of the sender's beside it.</summary>
static class DocumentRules
{
    const string Newer = "http://uri.etsi.org/01903/v1.4.1#";

    public static SignatureRefusal? Refuse(SignatureClaim claim, XmlElement root)
    {
        if (!IsRootAlone(claim, root)) return SignatureRefusal.Of(SignatureRefusalCode.ReferenceNotAllowed);
        if (claim.Signature.Objects.Any(one => claim.Xades is null || Elements.Children(one).Count != 1 || !IsOnlyMarkup(one)))
            return SignatureRefusal.Of(SignatureRefusalCode.SignatureMalformed);
        return claim.Signature.KeyInfo is { } keyInfo && IsOnlyMarkup(keyInfo) ? null : SignatureRefusal.Of(SignatureRefusalCode.CertificateUnknown);
    }

    static bool IsRootAlone(SignatureClaim claim, XmlElement root)
    {
        int roots = 0;
        foreach (var target in claim.Targets)
        {
            if (target == root || target == root.OwnerDocument) roots++;
            else if (target != claim.Xades?.Element) return false;
        }
        return roots == 1;
    }

    // The key information and the Objects are not all signed: no business element can hide there.
    static bool IsOnlyMarkup(XmlElement element) =>
        Elements.Children(element).TrueForAll(child => IsMarkup(child.NamespaceURI) && IsOnlyMarkup(child));

    static bool IsMarkup(string space) => space is Names.Signature or Names.Signature11 or Names.Xades or Newer;
}
