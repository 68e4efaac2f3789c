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
    byte[] Value,
    XmlElement KeyInfo);

/// <summary>One reference of a signature: what it names, how it is canonicalised and the digest it claims.</summary>
sealed record ParsedReference(string Uri, bool Enveloped, CanonicalForm Form, HashAlgorithmName Hash, byte[] Digest);
