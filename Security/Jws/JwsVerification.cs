using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Either what was signed about a body and by whom, or the reason why nothing is believed.</summary>
public sealed class JwsVerification
{
    public JwsClaims? Claims { get; private init; }

    public X509Certificate2? Signer { get; private init; }

    public JwsRefusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Claims), nameof(Signer))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsVerified => Claims is not null && Signer is not null;

    internal static JwsVerification Of(JwsClaims claims, X509Certificate2 signer) => new() { Claims = claims, Signer = signer };

    internal static JwsVerification Refused(JwsRefusal refusal) => new() { Refusal = refusal };
}

/// <summary>What the protected header says of the message: jti, iat, exp (whole seconds) and nbf where it has one.</summary>
public sealed record JwsClaims(string Id, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? NotBefore);
