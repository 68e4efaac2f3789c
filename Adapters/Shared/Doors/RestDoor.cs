using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>
/// Who speaks at the doors of a REST partner: the line, then the shared secret or its substitute, then the signature over
/// the body.
/// </summary>
public sealed class RestDoor(string partner, RestPartnerOptions options, DoorLine lines, TimeProvider clock)
{
    public const string Header = "X-JWS-Signature";
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    readonly DoorPolicy door = lines.Of(partner, options);
    readonly JwsVerifier verifier = new(lines.TrustOf(options.Jws), Window);

    /// <summary>
    /// Before the body is read. A configured secret must be shown unless a gateway vouches; without one the line or a signature
    /// must prove the partner.
    /// </summary>
    /// <param name="secret">Whether the right secret was shown; null where none is configured.</param>
    public Caller Judge(HttpContext context, bool? secret)
    {
        var line = lines.Judge(door, context);
        if (line.Refusal is { } closed)
            return new(closed, false);
        var isKnown = line.IsVouchedFor || (secret ?? line.IsOwn);
        var mayStillProve = secret is null && options.Jws.Inbound != JwsPolicy.Off;
        return new(isKnown || mayStillProve ? null : Failure.Of(FailureCode.NotAuthenticated), isKnown);
    }

    /// <summary>
    /// The signature over the exact bytes, by the partner's policy; a caller that nothing else proves needs one. Null:
    /// believed.
    /// </summary>
    public Failure? JudgeSignature(HttpContext context, ReadOnlySpan<byte> body, Caller caller)
    {
        var headers = context.Request.Headers[Header];
        if (options.Jws.Inbound == JwsPolicy.Off || (options.Jws.Inbound == JwsPolicy.Accepted && headers.Count == 0 && caller.IsKnown))
            return null;
        var verified = headers.Count > 1
            ? JwsVerifier.SeveralSignatures
            : verifier.Verify(headers.ToString(), body, SubjectOf(context), clock.GetUtcNow());
        return verified.IsVerified ? null : Failure.Of(FailureCode.Forged, verified.Refusal.Sentence);
    }

    JwsSubject SubjectOf(HttpContext context)
    {
        var path = (context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").Split('?')[0];
        var address = options.Jws.PublicAddress is { } known ? known.GetLeftPart(UriPartial.Authority) + path : path;
        var key = context.Request.Headers["Idempotency-Key"];
        return JwsSubject.Request(context.Request.Method, address, key.Count == 0 ? null : key.ToString());
    }
}

/// <summary>What is known of a caller before its body is read; known means that bytes may be kept under the partner's name.</summary>
public sealed record Caller(Failure? Refusal, bool IsKnown);
