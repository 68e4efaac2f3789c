namespace LLTP.Hub.Security;

/// <summary>Fault codes for SOAP 1.1 messages whose security does not hold (WSS SOAP Message Security 1.1, section 12; SOAP 1.1, section 4.4.1).</summary>
public static class SecurityFault
{
    /// <summary>A qualified name with one of the prefixes s, wsse and wsu, which <see cref="SoapSigner"/> declares on every envelope.</summary>
    public static string CodeOf(SignatureRefusalCode refusal) => refusal switch
    {
        SignatureRefusalCode.SoapVersion => "s:VersionMismatch",
        SignatureRefusalCode.HeaderNotUnderstood => "s:MustUnderstand",
        SignatureRefusalCode.EnvelopeNotAllowed => "s:Client",
        SignatureRefusalCode.TimestampExpired => "wsu:MessageExpired",
        SignatureRefusalCode.AlgorithmNotAllowed or SignatureRefusalCode.AlgorithmWeak => "wsse:UnsupportedAlgorithm",
        SignatureRefusalCode.TokenNotAllowed => "wsse:UnsupportedSecurityToken",
        SignatureRefusalCode.TokenMalformed => "wsse:InvalidSecurityToken",
        SignatureRefusalCode.TokenUnavailable => "wsse:SecurityTokenUnavailable",
        SignatureRefusalCode.CertificateUnknown or SignatureRefusalCode.CertificateExpired or SignatureRefusalCode.DevelopmentCertificate
            => "wsse:FailedAuthentication",
        SignatureRefusalCode.Tampered => "wsse:FailedCheck",
        _ => "wsse:InvalidSecurity",
    };
}
