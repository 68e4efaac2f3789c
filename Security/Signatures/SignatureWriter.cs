using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Writes a ds:Signature (RSA-SHA256, SHA-256, exclusive canonicalization) under a parent; the caller fills its KeyInfo.</summary>
sealed class SignatureWriter(SigningKey key)
{
    /// <summary>Appends the signature and returns its empty KeyInfo; digests are taken before the parent changes.</summary>
    public XmlElement Append(XmlElement parent, IReadOnlyList<SignatureTarget> targets)
    {
        var digests = targets.Select(target => Digest(target.Element, HashAlgorithmName.SHA256)).ToList();
        var signature = Add(parent, "Signature");
        var info = Add(signature, "SignedInfo");
        AddAlgorithm(info, "CanonicalizationMethod", Names.Exclusive);
        AddAlgorithm(info, "SignatureMethod", key.Algorithm.Uri);
        for (int i = 0; i < targets.Count; i++) AddReference(info, targets[i], digests[i]);
        Add(signature, "SignatureValue").InnerText = Convert.ToBase64String(key.Sign(Digest(info, key.Algorithm.Hash)));
        return Add(signature, "KeyInfo");
    }

    static byte[] Digest(XmlElement element, HashAlgorithmName hash) =>
        ExclusiveWalk.Digest(element, CanonicalForm.Plain, hash, without: null);

    static void AddReference(XmlElement info, SignatureTarget target, byte[] digest)
    {
        var reference = Add(info, "Reference");
        reference.SetAttribute("URI", target.Reference);
        var transforms = Add(reference, "Transforms");
        if (target.Enveloped) AddAlgorithm(transforms, "Transform", Names.Enveloped);
        AddAlgorithm(transforms, "Transform", Names.Exclusive);
        AddAlgorithm(reference, "DigestMethod", Names.Sha256);
        Add(reference, "DigestValue").InnerText = Convert.ToBase64String(digest);
    }

    static void AddAlgorithm(XmlElement parent, string name, string algorithm) => Add(parent, name).SetAttribute("Algorithm", algorithm);

    static XmlElement Add(XmlElement parent, string name) => Elements.Append(parent, "ds", name, Names.Signature);
}
