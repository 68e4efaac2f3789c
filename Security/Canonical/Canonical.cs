using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>The content of a signed business element as one comparable value.</summary>
public static class Canonical
{
    /// <summary>
    /// SHA-256, lower-case hex, of the exclusive canonical form without the element's Signature children and its own Id,
    /// without comments and indentation.
    /// </summary>
    public static string ExclusiveSha256(XmlElement element) =>
        Convert.ToHexStringLower(ExclusiveWalk.Digest(element, CanonicalForm.Business, HashAlgorithmName.SHA256, without: null));
}
