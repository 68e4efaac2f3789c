using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The computing part of a verification: signer first, then the value over SignedInfo, then each digest.</summary>
static class SignatureCheck
{
    /// <summary>The pinned certificate that signed; the targets are what the references were resolved to, in their order.</summary>
    public static Found<X509Certificate2> Run(
        ParsedSignature signature, IReadOnlyList<XmlElement> targets, byte[] certificate, Trust trust, DateTimeOffset at)
    {
        var signer = trust.Accept(certificate, at);
        if (!signer.Holds) return signer.Refusal;
        if (signer.Value.Weakness(signature.Algorithm) is { } weak) return weak;
        byte[] hash = ExclusiveWalk.Digest(signature.Info, signature.InfoForm, signature.Algorithm.Hash, without: null);
        if (!signer.Value.Matches(hash, signature.Value, signature.Algorithm)) return SignatureRefusalCode.Tampered;
        for (int i = 0; i < targets.Count; i++)
            if (!DigestMatches(signature.References[i], targets[i], signature.Element)) return SignatureRefusalCode.Tampered;
        return signer.Value.Certificate;
    }

    static bool DigestMatches(ParsedReference reference, XmlElement target, XmlElement signature)
    {
        byte[] digest = ExclusiveWalk.Digest(target, reference.Form, reference.Hash, reference.Enveloped ? signature : null);
        return CryptographicOperations.FixedTimeEquals(digest, reference.Digest);
    }
}
