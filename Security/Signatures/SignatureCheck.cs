using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The computing part of a verification: signer first, then the value over SignedInfo, then each digest.</summary>
static class SignatureCheck
{
    /// <summary>The certificate that signed; the targets are what the references were resolved to, in their order.</summary>
    public static Found<X509Certificate2> Run(
        ParsedSignature signature, IReadOnlyList<XmlNode> targets, ShownCertificates shown, Trust trust, DateTimeOffset at)
    {
        var signer = shown.Judge(trust, at);
        if (!signer.Holds) return signer.Refusal;
        return Run(signature, targets, signer.Value.Key) is { } refusal ? refusal : signer.Value.Certificate;
    }

    /// <summary>Null when the key made the signature and every digest is right.</summary>
    public static SignatureRefusal? Run(ParsedSignature signature, IReadOnlyList<XmlNode> targets, VerificationKey key)
    {
        if (key.Weakness(signature.Algorithm) is { } weak) return weak;
        for (int i = 0; i < targets.Count; i++)
            if (signature.References[i].Form.Newer && !Declarations.IsSameInBothVersions(targets[i])) return TransformReader.NewerRefused;
        byte[] hash = CanonicalWalk.Digest(signature.Info, signature.InfoForm, signature.Algorithm.Hash, without: null);
        if (!key.Matches(hash, signature.Value, signature.Algorithm)) return SignatureRefusal.Of(SignatureRefusalCode.Tampered);
        for (int i = 0; i < targets.Count; i++)
            if (!DigestMatches(signature.References[i], targets[i], signature.Element)) return SignatureRefusal.Of(SignatureRefusalCode.Tampered);
        return null;
    }

    static bool DigestMatches(ParsedReference reference, XmlNode target, XmlElement signature)
    {
        if (reference.Transforms.Base64)
            return SignedOctets.Of(target, reference, signature) is { } octets && Same(CryptographicOperations.HashData(reference.Hash, octets), reference);
        if (reference.Transforms.Later.Count > 0)
            return SignedOctets.Again(target, reference, signature) is { } again && Same(CryptographicOperations.HashData(reference.Hash, again), reference);
        return Same(CanonicalWalk.Digest(target, reference.Form, reference.Hash, reference.Enveloped ? signature : null), reference);
    }

    static bool Same(byte[] digest, ParsedReference reference) => CryptographicOperations.FixedTimeEquals(digest, reference.Digest);
}
