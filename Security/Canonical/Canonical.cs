using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The canonical form of an element or document, as octets or as one comparable value.</summary>
public static class Canonical
{
    /// <summary>
    /// SHA-256, lower-case hex, of the exclusive canonical form without the element's Signature children and its own Id,
    /// without comments and indentation.
    /// </summary>
    public static string ExclusiveSha256(XmlElement element) =>
        Convert.ToHexStringLower(CanonicalWalk.Digest(element, CanonicalForm.Business, HashAlgorithmName.SHA256, without: null));

    /// <summary>The UTF-8 octets of an element with all below it, or of a document with what stands beside its root.</summary>
    /// <param name="without">A subtree to leave out, such as an enveloped signature.</param>
    public static void Write(XmlNode apex, CanonicalForm form, Stream stream, XmlNode? without = null)
    {
        using var sink = new CanonicalSink(stream);
        CanonicalWalk.Run(sink, form, apex, without);
    }
}
