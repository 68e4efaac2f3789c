namespace LLTP.Hub.Security;

/// <summary>Why a PDF file or one of its signatures was not believed; the sentence never quotes the content.</summary>
public sealed record PdfRefusal(PdfRefusalCode Code, string Sentence)
{
    /// <summary>Set when the certificate or its key is the reason (Code is CertificateRefused): what the trust said.</summary>
    public SignatureRefusal? Certificate { get; private init; }

    /// <summary>The most exact code there is, of one of the two closed sets.</summary>
    public string Reason => Certificate?.Code.ToString() ?? Code.ToString();

    internal static PdfRefusal Of(SignatureRefusal certificate) =>
        new(PdfRefusalCode.CertificateRefused, certificate.Sentence) { Certificate = certificate };

    internal static PdfRefusal Of(PdfRefusalCode code) => new(code, code switch
    {
        PdfRefusalCode.NotPdf => "The file does not begin as a PDF file.",
        PdfRefusalCode.TooLarge => "The file is larger than 10 MiB.",
        PdfRefusalCode.TooDeep => "The objects of the file are nested too deep.",
        PdfRefusalCode.Malformed => "The file is truncated or no well-formed PDF file.",
        PdfRefusalCode.SignatureMissing => "The file holds no signature.",
        PdfRefusalCode.SignatureCount => "The file holds too many signatures.",
        PdfRefusalCode.SignatureMalformed => "A signature does not have the agreed form.",
        PdfRefusalCode.ByteRangeNotAllowed => "The signature leaves out bytes other than its own value, or reaches beyond the file.",
        PdfRefusalCode.ChangedAfterSigning => "The file was changed after signing.",
        PdfRefusalCode.AlgorithmNotAllowed => "The signature uses an algorithm outside the agreed list.",
        PdfRefusalCode.Tampered => "The signature does not match the content.",
        PdfRefusalCode.SignerMismatch => "The signature does not name the certificate that it comes with.",
        PdfRefusalCode.CertificateMissing => "The signature comes without the certificate of its signer.",
        PdfRefusalCode.TimestampInvalid => "The time stamp does not belong to the signature.",
        _ => "The certificate is refused.",
    });

    internal static PdfRefusal Changed(long from, long to) =>
        new(PdfRefusalCode.ChangedAfterSigning, $"The file was changed after signing: bytes {from} to {to - 1} are not covered by the signature.");

    internal static PdfRefusal Weak(string name) =>
        new(PdfRefusalCode.AlgorithmWeak, $"The signature uses {name}, which is weak and refused.");
}

/// <summary>The closed set of reasons for not believing a signed PDF file.</summary>
public enum PdfRefusalCode
{
    NotPdf,
    TooLarge,
    TooDeep,
    Malformed,
    SignatureMissing,
    SignatureCount,
    SignatureMalformed,
    ByteRangeNotAllowed,
    ChangedAfterSigning,
    AlgorithmNotAllowed,
    AlgorithmWeak,
    Tampered,
    SignerMismatch,
    CertificateMissing,
    CertificateRefused,
    TimestampInvalid,
}
