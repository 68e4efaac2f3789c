namespace LLTP.Hub.Security;

/// <summary>Why a JWS was not believed; the sentence never quotes the header or the body.</summary>
public sealed record JwsRefusal(JwsRefusalCode Code, string Sentence)
{
    /// <summary>Set when the certificate is the reason (Code is CertificateNotAccepted): what the trust said.</summary>
    public SignatureRefusal? Certificate { get; private init; }

    /// <summary>The most exact code there is, of one of the two closed sets.</summary>
    public string Reason => Certificate?.Code.ToString() ?? Code.ToString();

    internal static JwsRefusal Of(SignatureRefusal certificate) =>
        new(JwsRefusalCode.CertificateNotAccepted, certificate.Sentence) { Certificate = certificate };

    internal static JwsRefusal Of(JwsRefusalCode code) => new(code, code switch
    {
        JwsRefusalCode.SignatureMissing => "There is no signature where one is expected.",
        JwsRefusalCode.SignatureCount => "There is more than one signature.",
        JwsRefusalCode.TooLarge => "The signature is longer than 8192 characters.",
        JwsRefusalCode.DuplicateMember => "A member occurs more than once in the protected header.",
        JwsRefusalCode.TypeNotAllowed => "The type (typ) is not JOSE.",
        JwsRefusalCode.CriticalNotUnderstood =>
            "The protected header asks for an extension (crit, b64, zip) that is not part of the agreed form.",
        JwsRefusalCode.AlgorithmNotAllowed => "The algorithm is none of RS256, PS256, ES256 and ES384, or the key does not fit it.",
        JwsRefusalCode.KeyInMessage => "The protected header brings a key or an address of one (jwk, jku, x5u).",
        JwsRefusalCode.KeyUnknown => "The key identifier (kid) is not the SHA-256 of a certificate of the partner.",
        JwsRefusalCode.CertificateNotAccepted => "The certificate is not accepted.",
        JwsRefusalCode.ClaimMissing => "The protected header lacks iat, exp or jti, or one of them has another form than agreed.",
        JwsRefusalCode.OutsideWindow => "The time of the signature is outside the accepted window.",
        JwsRefusalCode.OtherMessage => "The signature was made for another request or answer (htm, htu, idk, req).",
        JwsRefusalCode.Tampered => "The signature does not match the body.",
        _ => "The signature does not have the form header..signature in canonical base64url with a JSON object as header.",
    });
}

/// <summary>The closed set of reasons for not believing a JWS.</summary>
public enum JwsRefusalCode
{
    SignatureMissing,
    SignatureCount,
    TooLarge,
    Malformed,
    DuplicateMember,
    TypeNotAllowed,
    CriticalNotUnderstood,
    AlgorithmNotAllowed,
    KeyInMessage,
    KeyUnknown,
    CertificateNotAccepted,
    ClaimMissing,
    OutsideWindow,
    OtherMessage,
    Tampered,
}
