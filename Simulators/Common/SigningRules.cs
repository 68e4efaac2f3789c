using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Which signatures the contracts allow: RSA with SHA-256, exclusive canonicalisation, known elements only.</summary>
static class SigningRules
{
    /// <summary>False when anything was chosen by the signer that the contracts do not name.</summary>
    public static bool Allow(SignedXml signed, params ReadOnlySpan<string> transforms)
    {
        if (!IsKnown(signed) || signed.SignedInfo is not { } info)
            return false;
        foreach (Reference reference in info.References)
        {
            if (!Allow(reference, transforms))
                return false;
        }
        return true;
    }

    /// <summary>Every reference names an element that has the digest it claims; prefix lists are not part of the contract.</summary>
    public static bool DigestsHold(SignedXml signed, IReadOnlyDictionary<string, XmlElement> signable) =>
        signed.SignedInfo is { } info && IsPlain(info.CanonicalizationMethodObject)
        && info.References.Cast<Reference>().All(reference => IsPlain(reference.TransformChain[0])
            && signable.TryGetValue(reference.Uri?[1..] ?? "", out var target) && SigningDigest.Of(target).AsSpan().SequenceEqual(reference.DigestValue));

    /// <summary>The same where every reference has transforms of its own, in their order.</summary>
    public static bool Allow(SignedXml signed, params ReadOnlySpan<string[]> transforms)
    {
        if (!IsKnown(signed) || signed.SignedInfo is not { } info || info.References.Count != transforms.Length)
            return false;
        for (var i = 0; i < transforms.Length; i++)
        {
            if (info.References[i] is not Reference reference || !Allow(reference, transforms[i]))
                return false;
        }
        return true;
    }

    public static string? TypeOf(SignedXml signed, int reference) => (signed.SignedInfo?.References[reference] as Reference)?.Type;

    /// <summary>A signature that is malformed is a wrong one.</summary>
    public static bool Holds(SignedXml signed, RSA key)
    {
        try
        {
            return signed.CheckSignature(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static bool Load(SignedXml signed, XmlElement signature)
    {
        try
        {
            signed.LoadXml(signature);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    public static IEnumerable<string> Targets(SignedXml signed) =>
        signed.SignedInfo?.References.Cast<Reference>().Select(r => r.Uri?.StartsWith('#') == true ? r.Uri[1..] : "") ?? [];

    static bool IsPlain(Transform? transform) => transform is XmlDsigExcC14NTransform { InclusiveNamespacesPrefixList: null or "" };

    static bool IsKnown(SignedXml signed) => signed.SignedInfo is { } info
        && info.CanonicalizationMethod == SignedXml.XmlDsigExcC14NTransformUrl && info.SignatureMethod == SignedXml.XmlDsigRSASHA256Url;

    static bool Allow(Reference reference, ReadOnlySpan<string> transforms) =>
        reference.DigestMethod == SignedXml.XmlDsigSHA256Url && Same(reference.TransformChain, transforms);

    static bool Same(TransformChain chain, ReadOnlySpan<string> transforms)
    {
        if (chain.Count != transforms.Length)
            return false;
        for (var i = 0; i < chain.Count; i++)
        {
            if (chain[i].Algorithm != transforms[i])
                return false;
        }
        return true;
    }
}
