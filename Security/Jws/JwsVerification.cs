using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Either what was signed about a body and by whom, or the reason why nothing is believed.</summary>
public sealed class JwsVerification
{
    public JwsClaims? Claims { get; private init; }

    /// <summary>The signer's certificate; null also when a bare key was asked for.</summary>
    public X509Certificate2? Signer { get; private init; }

    public SignatureAlgorithm? Algorithm { get; private init; }

    public JwsRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Claims))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Claims is not null;

    internal static JwsVerification Of(JwsHeader header, X509Certificate2? signer) =>
        new() { Claims = header.Claims, Signer = signer, Algorithm = header.Algorithm };

    internal static JwsVerification Refused(JwsRefusal refusal) => new() { Refusal = refusal };
}

/// <summary>What the protected header says of the message: jti, iat, exp (whole seconds) and nbf where it has one.</summary>
public sealed record JwsClaims(string Id, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? NotBefore);
