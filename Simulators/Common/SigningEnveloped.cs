using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Documents with one XAdES-B-B signature as the last child of the root, which names the root by its Id.</summary>
static class SigningEnveloped
{
    static readonly string[] OfRoot = [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl];
    static readonly string[] OfProperties = [SignedXml.XmlDsigExcC14NTransformUrl];

    /// <summary>The signed document as bytes; the root gets the id by which the signature names it.</summary>
    public static byte[] Sign(XElement root, string id, SigningKey key, DateTimeOffset at)
    {
        root.SetAttributeValue("Id", id);
        var document = SigningDocument.From(root);
        using var rsa = key.Private();
        var properties = SigningXades.Properties($"s-{id}", $"r-{id}", $"p-{id}", key.RawCertificate, at);
        var signed = new RootSignedXml(document, properties?.FirstChild as XmlElement) { SigningKey = rsa };
        signed.Signature.Id = $"s-{id}";
        SigningReferences.Prepare(signed);
        SigningReferences.Add(signed, id, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()).Id = $"r-{id}";
        SigningReferences.Add(signed, $"p-{id}", new XmlDsigExcC14NTransform()).Type = SigningXades.ReferenceType;
        signed.KeyInfo.AddClause(new KeyInfoX509Data(key.RawCertificate));
        if (properties?.ParentNode is { } data)
            signed.AddObject(new DataObject { Data = data.ChildNodes });
        signed.ComputeSignature();
        document.DocumentElement?.AppendChild(document.ImportNode(signed.GetXml(), true));
        return SigningDocument.Write(document);
    }

    /// <summary>The root element when it is what the pinned partner signed; null otherwise.</summary>
    public static XmlElement? Verify(byte[] bytes, SigningTrust trust)
    {
        if (SigningDocument.Read(bytes)?.DocumentElement is not { } root || OnlySignature(root) is not { } signature)
            return null;
        if (SigningXades.Find(signature) is not { } properties)
            return null;
        var signed = new RootSignedXml(root.OwnerDocument, properties);
        return SigningRules.Load(signed, signature)
            && SigningRules.Allow(signed, OfRoot, OfProperties)
            && SigningRules.Targets(signed).SequenceEqual([root.GetAttribute("Id"), properties.GetAttribute("Id")])
            && SigningRules.TypeOf(signed, 1) == SigningXades.ReferenceType
            && Holds(signed, properties, trust) ? root : null;
    }

    static bool Holds(SignedXml signed, XmlElement properties, SigningTrust trust)
    {
        var shown = SigningReferences.ShownCertificate(signed.KeyInfo);
        var rsa = trust.KeyFor(shown);
        return rsa is not null && SigningXades.Name(properties, shown) && SigningRules.Holds(signed, rsa);
    }

    static XmlElement? OnlySignature(XmlElement root)
    {
        var all = root.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl);
        return all.Count == 1 && ReferenceEquals(all[0], root.LastChild) ? root.LastChild as XmlElement : null;
    }

    sealed class RootSignedXml(XmlDocument document, XmlElement? properties) : SignedXml(document)
    {
        readonly XmlElement? root = document.DocumentElement;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue)
        {
            if (idValue.Length == 0)
                return null;
            return root?.GetAttribute("Id") == idValue ? root : properties?.GetAttribute("Id") == idValue ? properties : null;
        }
    }
}
