using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>What the signer said about its signature in signed XAdES properties (ETSI EN 319 132-1).</summary>
public sealed record SignedProperties(DateTimeOffset SigningTime, IReadOnlyList<string> MediaTypes);

/// <summary>The XAdES properties of a signature, found to be the very ones it refers to; the certificate they name is yet to be compared.</summary>
sealed record Xades(XmlElement Element, SignedProperties Said, IReadOnlyList<CertificateDigest> Signers)
{
    /// <summary>Level B-B: beside the time, which is always there, the certificate and the format of the data are named.</summary>
    public bool IsBasic => Signers.Count > 0 && Said.MediaTypes.Count > 0;

    /// <summary>Without a digest the key information must be signed itself, which the reader has seen to.</summary>
    public bool IsOf(X509Certificate2 signer) => Signers.Count == 0 || Signers[0].IsOf(signer);
}

/// <summary>A certificate named by its digest.</summary>
readonly record struct CertificateDigest(HashAlgorithmName Hash, byte[] Value)
{
    public bool IsOf(X509Certificate2 certificate) =>
        CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(Hash, certificate.RawDataMemory.Span), Value);
}
