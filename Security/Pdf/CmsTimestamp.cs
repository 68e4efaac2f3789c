using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LLTP.Hub.Security;

/// <summary>The RFC 3161 time stamp of a CMS signature: none, one that belongs to it, or a broken one.</summary>
readonly record struct CmsTimestamp(PdfTimestamp? Value, bool IsBroken)
{
    const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    public static CmsTimestamp Of(SignerInfo signer)
    {
        var values = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Where(one => one.Oid.Value == SignatureTimestamp)
            .SelectMany(one => one.Values.Cast<AsnEncodedData>()).ToList();
        if (values.Count == 0) return default;
        return values is [var value] && Read(value.RawData, signer) is { } read ? new(read, false) : new(null, true);
    }

    static PdfTimestamp? Read(byte[] value, SignerInfo signer)
    {
        try
        {
            return Rfc3161TimestampToken.TryDecode(value, out var token, out var length) && length == value.Length
                && CmsAlgorithms.HashOf(token.TokenInfo.HashAlgorithmId.Value) is not null
                && token.VerifySignatureForSignerInfo(signer, out var authority)
                ? new(token.TokenInfo.Timestamp, authority)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
