using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LLTP.Hub.Security;

/// <summary>A detached CMS SignedData (RFC 5652) with one signer.</summary>
static class CmsSignature
{
    const int MostBytes = 2 * 1024 * 1024;
    const int MostCertificates = 32;
    const string SignedData = "1.2.840.113549.1.7.2";
    const string Data = "1.2.840.113549.1.7.1";
    static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <summary>Null when it is anything else; behind the value only zeros may stand, as padding.</summary>
    public static SignedCms? Read(byte[] padded, byte[] content)
    {
        try
        {
            var value = Unpadded(padded);
            if (value is null || !IsDetached(value)) return null;
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(value);
            return cms.SignerInfos.Count == 1 && cms.Certificates.Count <= MostCertificates ? cms : null;
        }
        catch (Exception failure) when (failure is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Whether digest and signature are those of the content by the key of the certificate that came along.</summary>
    public static bool Matches(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static byte[]? Unpadded(byte[] padded)
    {
        AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
        return length <= MostBytes && !padded.AsSpan(length).ContainsAnyExcept((byte)0) ? padded[..length] : null;
    }

    static bool IsDetached(byte[] value)
    {
        var outer = new AsnReader(value, AsnEncodingRules.BER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData) return false;
        var signedData = outer.ReadSequence(Explicit).ReadSequence();
        signedData.ReadInteger();
        signedData.ReadSetOf();
        var encapsulated = signedData.ReadSequence();
        return encapsulated.ReadObjectIdentifier() == Data && !encapsulated.HasData;
    }
}
