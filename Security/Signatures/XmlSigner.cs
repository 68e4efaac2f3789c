using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Signs an XML document with an enveloped signature.</summary>
public static class XmlSigner
{
    /// <summary>Adds the signature as last child of the document element and refers to its Id, or to the whole document.</summary>
    public static void SignEnveloped(XmlElement root, SigningKey key)
    {
        if (root.OwnerDocument.DocumentElement != root) throw new InvalidOperationException("Only a document element is signed.");
        if (DocumentIndex.Of(root.OwnerDocument).Signatures.Count > 0)
            throw new InvalidOperationException("The document is signed already.");
        string reference = root.GetAttribute("Id") is { Length: > 0 } id ? "#" + id : "";
        var keyInfo = new SignatureWriter(key).Append(root, [new SignatureTarget(reference, root, Enveloped: true)]);
        var data = Elements.Append(keyInfo, "ds", "X509Data", Names.Signature);
        Elements.Append(data, "ds", "X509Certificate", Names.Signature).InnerText = key.CertificateText;
    }
}
