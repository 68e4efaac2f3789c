using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Signs the hub's calls to one REST partner, and judges the signatures on its answers.</summary>
public sealed class CallSignatures(JwsOptions options, HubKeys keys, TimeProvider clock)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    readonly Lazy<JwsSigner> signer = new(() =>
        new(keys.For(KeyPurpose.Jws), options.Algorithm is { } name ? SignatureAlgorithm.OfJws(name) : null, Window));

    readonly Lazy<JwsVerifier> verifier = new(() => new(keys.TrustOf(options), Window));

    /// <summary>The call with its signature, made anew for every attempt, and the jti that a signed answer must name.</summary>
    public (PartnerCall Call, string? Id) Sign(PartnerCall call)
    {
        if (!options.Outbound)
            return (call, null);
        var id = Guid.CreateVersion7().ToString();
        var key = call.Headers.FirstOrDefault(header => header.Name == "Idempotency-Key").Value;
        var subject = JwsSubject.Request(call.Method.Method, call.Address.GetLeftPart(UriPartial.Path), key);
        var signature = signer.Value.Sign(call.Body.Span, subject, id, clock.GetUtcNow());
        return (call with { Headers = [.. call.Headers, (RestDoor.Header, signature)] }, id);
    }

    /// <summary>Whether an answer may be believed. A question about health is no message: its answer needs no signature.</summary>
    public bool Believes(PartnerCall call, string? id, IReadOnlyList<string> signatures, ReadOnlySpan<byte> body)
    {
        if (options.Answers == JwsPolicy.Off || call.Method == HttpMethod.Get || id is null)
            return true;
        if (options.Answers == JwsPolicy.Accepted && signatures.Count == 0)
            return true;
        return signatures is [var only] && verifier.Value.Verify(only, body, JwsSubject.Answer(id), clock.GetUtcNow()).IsVerified;
    }
}
