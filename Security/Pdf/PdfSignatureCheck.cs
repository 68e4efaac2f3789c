using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Judges one signature of a PDF file: what it covers, its form and algorithms, its certificate, and only then the computing.</summary>
static class PdfSignatureCheck
{
    public static PdfSignature Run(ReadOnlyMemory<byte> file, PdfSignatureDictionary dictionary, Trust trust, DateTimeOffset at)
    {
        var bare = new PdfSignature(dictionary.CoveredEnd) { SigningTime = dictionary.Time };
        if (!CoversAllButItself(dictionary, file.Length)) return Refused(bare, PdfRefusalCode.ByteRangeNotAllowed);
        if (OfSubFilter(dictionary.SubFilter) is { } subFilter) return bare with { Refusal = subFilter };
        if (CmsSignature.Read(dictionary.Value(file.Span), Content(file.Span, dictionary)) is not { } cms)
            return Refused(bare, PdfRefusalCode.SignatureMalformed);
        try
        {
            return Judge(bare, cms, dictionary.SubFilter == "ETSI.CAdES.detached", trust, at);
        }
        catch (CryptographicException)
        {
            return Refused(bare, PdfRefusalCode.SignatureMalformed);
        }
    }

    static PdfSignature Judge(PdfSignature bare, SignedCms cms, bool namesSigner, Trust trust, DateTimeOffset at)
    {
        var signer = cms.SignerInfos[0];
        if (CmsAlgorithms.Of(signer) is not { } algorithm) return bare with { Refusal = CmsAlgorithms.Refuse(signer) };
        if (signer.Certificate is not { } certificate) return Refused(bare, PdfRefusalCode.CertificateMissing);
        var attributes = new CmsAttributes(signer);
        var known = bare with { Signer = certificate, Algorithm = algorithm, SigningTime = attributes.SigningTime ?? bare.SigningTime };
        if (!attributes.AreWellFormed) return Refused(known, PdfRefusalCode.SignatureMalformed);
        if (!attributes.Name(certificate, namesSigner)) return Refused(known, PdfRefusalCode.SignerMismatch);
        var trusted = trust.Accept(certificate.RawData, Others(cms, certificate), CertificatePurpose.Signature, at);
        if (!trusted.Holds) return known with { Refusal = PdfRefusal.Of(trusted.Refusal) };
        if (trusted.Value.Weakness(algorithm) is { } weak) return known with { Refusal = PdfRefusal.Of(weak) };
        if (!CmsSignature.Matches(signer)) return Refused(known, PdfRefusalCode.Tampered);
        var stamp = CmsTimestamp.Of(signer);
        return stamp.IsBroken ? Refused(known, PdfRefusalCode.TimestampInvalid) : known with { Timestamp = stamp.Value };
    }

    static List<byte[]> Others(SignedCms cms, X509Certificate2 signer) =>
        [.. cms.Certificates.Where(one => !one.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)).Select(one => one.RawData)];

    // The gap is the hex string of this very dictionary with its brackets, so not one other byte is free.
    static bool CoversAllButItself(PdfSignatureDictionary one, long length) =>
        one.ByteRange[0] == 0 && one.ByteRange[1] == one.Contents.Start && one.ByteRange[2] == one.Contents.End
        && one.CoveredEnd >= one.End && one.CoveredEnd <= length;

    static PdfRefusal? OfSubFilter(string name) => name switch
    {
        "adbe.pkcs7.detached" or "ETSI.CAdES.detached" => null,
        "adbe.pkcs7.sha1" or "adbe.x509.rsa_sha1" => PdfRefusal.Weak("SHA-1"),
        _ => PdfRefusal.Of(PdfRefusalCode.AlgorithmNotAllowed),
    };

    static byte[] Content(ReadOnlySpan<byte> file, PdfSignatureDictionary one) =>
        [.. file[..one.Contents.Start], .. file[one.Contents.End..(int)one.CoveredEnd]];

    static PdfSignature Refused(PdfSignature signature, PdfRefusalCode code) => signature with { Refusal = PdfRefusal.Of(code) };
}
