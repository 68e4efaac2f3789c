using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Documents that carry one signature as the last child of the root and name the root by its Id.</summary>
static class SigningEnveloped
{
    /// <summary>The signed document as bytes; the root gets the id by which the signature names it.</summary>
    public static byte[] Sign(XElement root, string id, SigningKey key)
    {
        root.SetAttributeValue("Id", id);
        var document = SigningDocument.From(root);
        using var rsa = key.Private();
        var signed = new RootSignedXml(document) { SigningKey = rsa };
        SigningReferences.Prepare(signed);
        SigningReferences.Add(signed, id, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform());
        signed.KeyInfo.AddClause(new KeyInfoX509Data(key.RawCertificate));
        signed.ComputeSignature();
        document.DocumentElement?.AppendChild(signed.GetXml());
        return SigningDocument.Write(document);
    }

    /// <summary>The root element when it is what the pinned partner signed; null otherwise.</summary>
    public static XmlElement? Verify(byte[] bytes, SigningTrust trust)
    {
        if (SigningDocument.Read(bytes)?.DocumentElement is not { } root || OnlySignature(root) is not { } signature)
            return null;
        var signed = new RootSignedXml(root.OwnerDocument);
        return SigningRules.Load(signed, signature)
            && SigningRules.Allow(signed, SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl)
            && SigningRules.Targets(signed).SequenceEqual([root.GetAttribute("Id")])
            && Holds(signed, trust) ? root : null;
    }

    static bool Holds(SignedXml signed, SigningTrust trust)
    {
        var rsa = trust.KeyFor(SigningReferences.ShownCertificate(signed.KeyInfo));
        return rsa is not null && SigningRules.Holds(signed, rsa);
    }

    static XmlElement? OnlySignature(XmlElement root)
    {
        var all = root.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl);
        return all.Count == 1 && ReferenceEquals(all[0], root.LastChild) ? root.LastChild as XmlElement : null;
    }

    sealed class RootSignedXml(XmlDocument document) : SignedXml(document)
    {
        readonly XmlElement? root = document.DocumentElement;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            idValue.Length > 0 && root?.GetAttribute("Id") == idValue ? root : null;
    }
}
