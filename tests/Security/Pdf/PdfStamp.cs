using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>A time-stamping authority of the tests (RFC 3161).</summary>
static class PdfStamp
{
    const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    static readonly X509Certificate2 Authority = Make();

    /// <summary>Adds a time stamp over these bytes as an unsigned attribute.</summary>
    public static void Add(SignedCms cms, byte[] over)
    {
        var info = new ContentInfo(new Oid(TimestampInfo), Info(over));
        var signer = new CmsSigner(Authority) { DigestAlgorithm = new(PdfCms.Sha256) };
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Reference()));
        var token = new SignedCms(info);
        token.ComputeSignature(signer, silent: true);
        cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(SignatureTimestamp, token.Encode()));
    }

    static byte[] Info(byte[] over)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence()) writer.WriteObjectIdentifier(PdfCms.Sha256);
                writer.WriteOctetString(SHA256.HashData(over));
            }
            writer.WriteInteger(7);
            writer.WriteGeneralizedTime(PdfUnit.Now, omitFractionalSeconds: true);
        }
        return writer.Encode();
    }

    static byte[] Reference()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(Authority.RawData));
        return writer.Encode();
    }

    static X509Certificate2 Make()
    {
        var request = new CertificateRequest("CN=TSA de thu", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.8")], critical: true));
        return request.CreateSelfSigned(PdfUnit.Now.AddDays(-1), PdfUnit.Now.AddDays(30));
    }
}
