using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Reads ds:SignatureMethod: one of the list, or rsa-pss with parameters that mean one of the list (RFC 9231, section 2.3.9).</summary>
static class SignatureMethod
{
    const string Newer = "http://www.w3.org/2007/05/xmldsig-more#";
    const string Mgf1 = Newer + "MGF1";

    public static Found<SignatureAlgorithm> Read(XmlElement method, bool legacy)
    {
        string uri = TransformReader.AlgorithmOf(method);
        if (uri == Newer + "rsa-pss") return ReadPss(method);
        if (Algorithms.OfSignature(uri, legacy) is not { } algorithm) return Algorithms.Refuse(uri);
        return Elements.IsLeaf(method) ? algorithm : SignatureRefusalCode.SignatureMalformed;
    }

    static Found<SignatureAlgorithm> ReadPss(XmlElement method)
    {
        var children = Elements.Children(method);
        if (children.Count == 0) return SignatureAlgorithm.PssSha256;
        if (children is not [var parameters] || !Elements.Is(parameters, "RSAPSSParams", Newer)) return SignatureRefusalCode.SignatureMalformed;
        string digest = Digest(parameters);
        var algorithm = SignatureAlgorithm.All.FirstOrDefault(one => one.Scheme == SignatureScheme.RsaPss && Algorithms.OfDigest(digest) == one.Hash);
        if (algorithm is null) return Algorithms.Refuse(digest);
        return HasOwnParameters(parameters, digest, algorithm)
            ? Algorithms.Refuse(SignatureRefusalCode.AlgorithmNotAllowed, "RSA-PSS with a mask, salt or trailer outside the agreed list")
            : algorithm;
    }

    // The mask must use the digest of the signature, the salt be as long as it, the trailer the one there is.
    static bool HasOwnParameters(XmlElement parameters, string digest, SignatureAlgorithm algorithm)
    {
        int length = algorithm.Hash.Name is "SHA512" ? 64 : algorithm.Hash.Name is "SHA384" ? 48 : 32;
        var mask = Elements.Children(parameters, "MaskGenerationFunction", Newer);
        bool isOwnMask = mask is [var function]
            ? TransformReader.AlgorithmOf(function) != Mgf1 || Digest(function) != digest
            : digest != Names.Sha256;
        return isOwnMask || IsOther(parameters, "SaltLength", $"{length}") || IsOther(parameters, "TrailerField", "1");
    }

    static string Digest(XmlElement parent) => Elements.Children(parent, "DigestMethod", Names.Signature) is [var method]
        ? TransformReader.AlgorithmOf(method)
        : Names.Sha256;

    static bool IsOther(XmlElement parameters, string name, string expected) =>
        Elements.Children(parameters, name, Newer) is [var element] && element.InnerText.Trim() != expected;
}
