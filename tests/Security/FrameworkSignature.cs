using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security;

/// <summary>The framework's own signer and verifier, as a second opinion that shares no line with ours.</summary>
sealed class FrameworkSignature(XmlDocument document) : SignedXml(document)
{
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => document is null
        ? null
        : document.SelectSingleNode($"//*[@*[local-name()='Id']='{idValue}']") as XmlElement;

    public static bool Accepts(XmlDocument document, X509Certificate2 certificate)
    {
        var signed = new FrameworkSignature(document);
        signed.LoadXml(Samples.First(document, "Signature"));
        return signed.CheckSignature(certificate, verifySignatureOnly: true);
    }

    public static XmlDocument Enveloped(
        string text, SigningKey key, Action<FrameworkSignature>? change, params Transform[] transforms)
    {
        var document = Samples.Xml(text);
        var signed = new FrameworkSignature(document) { SigningKey = key.Certificate.GetRSAPrivateKey() };
        signed.Prepare(XmlDsigExcC14NTransformUrl);
        string id = Samples.RootOf(document).GetAttribute("Id");
        signed.Refer(id.Length > 0 ? "#" + id : "", [new XmlDsigEnvelopedSignatureTransform(), .. transforms]);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(key.Certificate));
        change?.Invoke(signed);
        signed.ComputeSignature();
        Samples.RootOf(document).AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return Samples.Sent(document);
    }

    public void Prepare(string canonicalization)
    {
        if (SignedInfo is { } info) info.CanonicalizationMethod = canonicalization;
    }

    public void Refer(string uri, params ReadOnlySpan<Transform> transforms)
    {
        var reference = new Reference(uri);
        foreach (var transform in transforms) reference.AddTransform(transform);
        AddReference(reference);
    }
}
