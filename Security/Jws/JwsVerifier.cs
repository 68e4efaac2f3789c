using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>
/// Verifies detached JWS of one partner. The form is judged before anything is computed; keys come from the partner's trust alone; iat
/// may differ from now by the window in both directions, nbf may lie ahead by it, exp counts as written and at most two windows after
/// iat.
/// </summary>
public sealed class JwsVerifier(VerificationPolicy policy, TimeSpan window)
{
    const int Longest = 8192;

    public JwsVerifier(Trust trust, TimeSpan window) : this(VerificationPolicy.By(trust), window)
    {
    }

    /// <param name="signature">The text header..signature; null or empty: there was none.</param>
    /// <param name="body">The exact bytes that came.</param>
    /// <param name="subject">What the signature must have been made for.</param>
    public JwsVerification Verify(string? signature, ReadOnlySpan<byte> body, JwsSubject subject, DateTimeOffset now)
    {
        if (FormOf(signature) is { } form) return Refused(form);
        var parts = (signature ?? "").Split('.');
        if (parts is not [var encoded, "", var signed] || Base64UrlText.Decode(encoded) is not { } json
            || Base64UrlText.Decode(signed) is not { } value)
            return Refused(JwsRefusalCode.Malformed);
        var (header, code) = JwsHeader.Read(json);
        if (header is null) return Refused(code);
        if (!IsCurrent(header.Claims, now)) return Refused(JwsRefusalCode.OutsideWindow);
        if (!subject.Covers(header.Subject)) return Refused(JwsRefusalCode.OtherMessage);
        var (key, certificate, refusal) = Signer(header, now);
        if (key is null) return Refused(refusal ?? JwsRefusal.Of(JwsRefusalCode.KeyUnknown));
        if (key.Weakness(header.Algorithm) is not null) return Refused(JwsRefusalCode.AlgorithmNotAllowed);
        var hash = JwsInput.Hash(encoded, body, header.Algorithm.Hash);
        return HasLength(value, header.Algorithm) && key.Matches(hash, value, header.Algorithm)
            ? JwsVerification.Of(header, certificate)
            : Refused(JwsRefusalCode.Tampered);
    }

    /// <summary>A refusal as a door gives it when a header came more than once.</summary>
    public static JwsVerification SeveralSignatures { get; } = Refused(JwsRefusalCode.SignatureCount);

    static JwsRefusalCode? FormOf(string? signature) =>
        string.IsNullOrEmpty(signature) ? JwsRefusalCode.SignatureMissing
        : signature.Length > Longest ? JwsRefusalCode.TooLarge
        : signature.Contains(',') ? JwsRefusalCode.SignatureCount
        : null;

    bool IsCurrent(JwsClaims claims, DateTimeOffset now) =>
        (now - claims.IssuedAt).Duration() <= window && now < claims.ExpiresAt
        && claims.IssuedAt < claims.ExpiresAt && claims.ExpiresAt - claims.IssuedAt <= 2 * window
        && (claims.NotBefore is not { } from || from <= now + window);

    (VerificationKey? Key, X509Certificate2? Certificate, JwsRefusal? Refusal) Signer(JwsHeader header, DateTimeOffset now)
    {
        if (policy.Trust is not { } trust) return (policy.Key, null, null);
        if (CertificatesOf(header, trust) is not { } shown) return default;
        var signer = shown.Judge(trust, now);
        return signer.Holds ? (signer.Value.Key, signer.Value.Certificate, null) : (null, null, JwsRefusal.Of(signer.Refusal));
    }

    static ShownCertificates? CertificatesOf(JwsHeader header, Trust trust)
    {
        if (header.Certificates is { } brought)
            return JwsSigner.KeyIdOf(brought.Signer) == header.KeyId ? brought : null;
        return trust.Certificates.FirstOrDefault(one => JwsSigner.KeyIdOf(one.RawDataMemory.Span) == header.KeyId) is { } pinned
            ? new(pinned.RawData, [])
            : null;
    }

    // The length tells the curves apart: ES256 is 64 bytes and ES384 is 96, whatever the key would take.
    static bool HasLength(byte[] value, SignatureAlgorithm algorithm) => algorithm.Scheme != SignatureScheme.Ecdsa
        || value.Length == (algorithm == SignatureAlgorithm.EcdsaSha256 ? 64 : 96);

    static JwsVerification Refused(JwsRefusalCode code) => Refused(JwsRefusal.Of(code));

    static JwsVerification Refused(JwsRefusal refusal) => JwsVerification.Refused(refusal);
}
