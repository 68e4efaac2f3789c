using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>A signature whose form and algorithms were found to be allowed; nothing has been computed yet.</summary>
sealed record ParsedSignature(
    XmlElement Element,
    XmlElement Info,
    CanonicalForm InfoForm,
    SignatureAlgorithm Algorithm,
    IReadOnlyList<ParsedReference> References,
    byte[] Value)
{
    /// <summary>The key information, which a profile may allow to be absent.</summary>
    public XmlElement? KeyInfo { get; init; }

    public IReadOnlyList<XmlElement> Objects { get; init; } = [];
}

/// <summary>One reference of a signature: what it names, how that is transformed and the digest it claims.</summary>
sealed record ParsedReference(string Uri, TransformChain Transforms, HashAlgorithmName Hash, byte[] Digest)
{
    /// <summary>The ds:Reference itself.</summary>
    public required XmlElement Element { get; init; }

    public string Type => Element.GetAttribute("Type");

    public bool Enveloped => Transforms.Enveloped;

    public CanonicalForm Form => Transforms.Form;
}

/// <summary>What the transforms of a reference do in sum; without a form of its own, a reference takes Canonical XML 1.0.</summary>
sealed record TransformChain(bool Enveloped, bool Base64, CanonicalForm Form)
{
    /// <summary>Canonical forms behind the first one: each is taken of the document that the octets before it are.</summary>
    public IReadOnlyList<CanonicalForm> Later { get; init; } = [];
}
