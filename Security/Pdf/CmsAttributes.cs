using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The signed attributes of a CMS signer (RFC 5652, 11; RFC 5035 for signing-certificate-v2).</summary>
sealed class CmsAttributes(SignerInfo signer)
{
    const string ContentType = "1.2.840.113549.1.9.3";
    const string MessageDigest = "1.2.840.113549.1.9.4";
    const string SigningTimeId = "1.2.840.113549.1.9.5";
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    const string Data = "1.2.840.113549.1.7.1";

    /// <summary>Content type "data" and message digest exactly once, what else is known at most once.</summary>
    public bool AreWellFormed => Values(ContentType) is [var type] && IsData(type.RawData) && Values(MessageDigest).Count == 1
        && Values(SigningTimeId).Count <= 1 && Values(SigningCertificateV2).Count <= 1;

    public DateTimeOffset? SigningTime =>
        Values(SigningTimeId) is [Pkcs9SigningTime time] ? new DateTimeOffset(time.SigningTime.ToUniversalTime()) : null;

    /// <summary>Whether the attributes name this certificate; without naming any they do so only where that is not required.</summary>
    public bool Name(X509Certificate2 certificate, bool required) =>
        Values(SigningCertificateV2) is [var value] ? Matches(value.RawData, certificate) : !required;

    List<AsnEncodedData> Values(string id) =>
        [.. signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(one => one.Oid.Value == id).SelectMany(one => one.Values.Cast<AsnEncodedData>())];

    static bool IsData(byte[] value)
    {
        try
        {
            return AsnDecoder.ReadObjectIdentifier(value, AsnEncodingRules.DER, out _) == Data;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    static bool Matches(byte[] value, X509Certificate2 certificate)
    {
        try
        {
            var first = new AsnReader(value, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
            var hash = first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)
                ? CmsAlgorithms.HashOf(first.ReadSequence().ReadObjectIdentifier())
                : HashAlgorithmName.SHA256;
            return hash is { } name && CryptographicOperations.HashData(name, certificate.RawData).AsSpan().SequenceEqual(first.ReadOctetString());
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
