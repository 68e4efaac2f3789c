using System.Security.Cryptography;
using System.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>
/// SHA-256 over the exclusive canonical form of an element, by the framework's streaming writer (the one that WCF signs with).
/// SignedXml computes the same after writing the element to text and reading it again, once per reference. The form that goes beside
/// the canonical one is thrown away: binary, since that is the cheaper one to make.
/// </summary>
static class SigningDigest
{
    public static byte[] Of(XmlElement element)
    {
        using var hash = SHA256.Create();
        using (var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            using var writer = XmlDictionaryWriter.CreateBinaryWriter(Stream.Null, dictionary: null, session: null, ownsStream: false);
            writer.StartCanonicalization(sink, includeComments: false, inclusivePrefixes: null);
            element.WriteTo(writer);
            writer.EndCanonicalization();
        }
        return hash.Hash ?? [];
    }
}
