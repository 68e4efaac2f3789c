using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>How a test signs: by default as the issuing unit does.</summary>
sealed record PdfCms
{
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public X509Certificate2 Key { get; init; } = PdfUnit.Seal;
    public string Digest { get; init; } = Sha256;
    public RSASignaturePadding? Padding { get; init; }
    public string SubFilter { get; init; } = "adbe.pkcs7.detached";
    public X509Certificate2? Named { get; init; }
    public bool Detached { get; init; } = true;
    public X509IncludeOption Included { get; init; } = X509IncludeOption.EndCertOnly;
    public Action<SignedCms>? Finish { get; init; }

    public byte[] Sign(byte[] content)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Key)
        {
            DigestAlgorithm = new(Digest), IncludeOption = Included, SignaturePadding = Padding,
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(PdfUnit.Now.UtcDateTime));
        if (Named is not null)
            signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Reference(Named)));
        var cms = new SignedCms(new ContentInfo(content), Detached);
        cms.ComputeSignature(signer, silent: true);
        Finish?.Invoke(cms);
        return cms.Encode();
    }

    static byte[] Reference(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
