namespace LLTP.Hub.Security;

/// <summary>Why a signed message was not believed; the sentence never quotes the content.</summary>
public sealed record SignatureRefusal(SignatureRefusalCode Code, string Sentence)
{
    internal static SignatureRefusal KeyMismatch { get; } =
        new(SignatureRefusalCode.AlgorithmNotAllowed, "The key of the signer does not fit the algorithm of the signature.");

    internal static SignatureRefusal Of(SignatureRefusalCode code) => new(code, code switch
    {
        SignatureRefusalCode.SignatureMissing => "There is no signature where one is expected.",
        SignatureRefusalCode.SignatureCount => "There is more than one signature.",
        SignatureRefusalCode.SignatureMalformed => "The signature does not have the agreed form.",
        SignatureRefusalCode.ReferenceNotAllowed => "The signature refers to something other than the parts that are to be signed.",
        SignatureRefusalCode.AlgorithmNotAllowed => "The signature uses an algorithm that is refused.",
        SignatureRefusalCode.AlgorithmWeak => "The signature uses an algorithm or key that is too weak.",
        SignatureRefusalCode.XadesMalformed => "The XAdES properties do not have the agreed form or are not the ones that were signed.",
        SignatureRefusalCode.XadesMissing => "The signature is not one of level XAdES-B-B with time, certificate and data format in its signed properties.",
        SignatureRefusalCode.DuplicateId => "An identifier occurs on more than one element.",
        SignatureRefusalCode.Tampered => "The signature does not match the content.",
        SignatureRefusalCode.NotSigned => "A part that must be signed is not covered by the signature.",
        SignatureRefusalCode.CertificateUnknown => "The certificate is not one of the partner's certificates.",
        SignatureRefusalCode.CertificateExpired => "The certificate has expired.",
        SignatureRefusalCode.DevelopmentCertificate => "The certificate is one for development and counts only there.",
        SignatureRefusalCode.TimestampMissing => "The message has no single Timestamp with a readable time.",
        SignatureRefusalCode.TimestampExpired => "The Timestamp is outside the accepted window.",
        SignatureRefusalCode.TokenUnavailable => "The certificate that the signature names is not in the message and not among the partner's.",
        SignatureRefusalCode.TokenNotAllowed => "The signature names its certificate in a way that is not agreed.",
        SignatureRefusalCode.TokenMalformed => "The certificate in the message is not readable.",
        SignatureRefusalCode.HeaderNotUnderstood => "A header that must be understood is not known here.",
        SignatureRefusalCode.SoapVersion => "The envelope is not one of SOAP 1.1.",
        SignatureRefusalCode.CertificateNotYetValid => "The certificate is not valid yet.",
        SignatureRefusalCode.CertificateForged => "The certificate names one of the partner's authorities as its issuer, but that authority did not sign it.",
        SignatureRefusalCode.CertificateRevoked => "The certificate has been revoked.",
        SignatureRefusalCode.RevocationUnknown => "No revocation list of the issuer is at hand.",
        SignatureRefusalCode.RevocationListExpired => "The revocation list of the issuer is out of date.",
        SignatureRefusalCode.RevocationListForged => "The revocation list at hand is not signed by the issuer.",
        SignatureRefusalCode.KeyUsageNotAllowed => "The certificate is not meant for this use.",
        SignatureRefusalCode.SignerIsAuthority => "The certificate is one of an authority, which issues certificates and does not sign messages.",
        SignatureRefusalCode.AuthorityNotAllowed => "The certificate was issued by one that may not issue it.",
        SignatureRefusalCode.SubjectNotAllowed => "The certificate belongs to somebody else of the same authority.",
        _ => "The message is not a SOAP 1.1 envelope with one Body and one element in it.",
    });
}

/// <summary>The closed set of reasons for not believing a signed message.</summary>
public enum SignatureRefusalCode
{
    SignatureMissing,
    SignatureCount,
    SignatureMalformed,
    ReferenceNotAllowed,
    AlgorithmNotAllowed,
    AlgorithmWeak,
    XadesMalformed,
    XadesMissing,
    DuplicateId,
    Tampered,
    NotSigned,
    CertificateUnknown,
    CertificateExpired,
    DevelopmentCertificate,
    TimestampMissing,
    TimestampExpired,
    EnvelopeNotAllowed,
    TokenUnavailable,
    TokenNotAllowed,
    TokenMalformed,
    HeaderNotUnderstood,
    SoapVersion,
    CertificateNotYetValid,
    CertificateForged,
    CertificateRevoked,
    RevocationUnknown,
    RevocationListExpired,
    RevocationListForged,
    KeyUsageNotAllowed,
    SignerIsAuthority,
    AuthorityNotAllowed,
    SubjectNotAllowed,
}
