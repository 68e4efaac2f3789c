using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>What every signature of a simulator has in common.</summary>
static class SigningReferences
{
    public static void Prepare(SignedXml signed)
    {
        if (signed.SignedInfo is not { } info)
            return;
        info.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        info.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.KeyInfo = new KeyInfo();
    }

    public static Reference Add(SignedXml signed, string id, params ReadOnlySpan<Transform> transforms)
    {
        var reference = new Reference("#" + id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        foreach (var transform in transforms)
            reference.AddTransform(transform);
        signed.AddReference(reference);
        return reference;
    }

    /// <summary>The certificate that stands in the key information; empty when there is none.</summary>
    public static byte[] ShownCertificate(KeyInfo info) =>
        info.OfType<KeyInfoX509Data>().SelectMany(d => d.Certificates?.OfType<X509Certificate2>() ?? []).FirstOrDefault()?.RawData ?? [];
}
