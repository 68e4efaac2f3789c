using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Whether a signature is looked at: not at all, where there is one, or always.</summary>
public enum JwsPolicy
{
    Off,
    Accepted,
    Required,
}

/// <summary>Detached JWS with one REST partner, a policy for each direction, and with whose certificates the partner signs.</summary>
public sealed class JwsOptions : TrustOptions
{
    /// <summary>Signatures of the partner at the hub's doors.</summary>
    public JwsPolicy Inbound { get; init; }

    /// <summary>The hub signs its calls.</summary>
    public bool Outbound { get; init; }

    /// <summary>Signatures of the partner on its answers to the hub's calls; they name the call, so calls must be signed.</summary>
    public JwsPolicy Answers { get; init; }

    /// <summary>What the hub signs with: RS256, PS256, ES256 or ES384; by itself what its key is made for.</summary>
    public string? Algorithm { get; init; }

    /// <summary>
    /// Address under which the partner knows the hub, such as https://lltp.example.vn; without it only paths are compared with
    /// htu.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    public bool Verifies => Inbound != JwsPolicy.Off || Answers != JwsPolicy.Off;

    public IEnumerable<ValidationResult> Validate()
    {
        if (Verifies && NamesNobody())
            yield return Problem(nameof(CertificateFiles), "is empty: pin at least one certificate with which the partner signs, or name its authority in CaFiles.");
        foreach (var (name, problem) in TrustProblems())
            yield return Problem(name, problem);
        if (Answers != JwsPolicy.Off && !Outbound)
            yield return Problem(nameof(Answers), "needs Outbound: an answer is verified against the signed call that it names.");
        if (Algorithm is not null && SignatureAlgorithm.OfJws(Algorithm) is null)
            yield return Problem(nameof(Algorithm), $"'{Algorithm}' is none of RS256, PS256, ES256 and ES384.");
        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.AbsolutePath != "/" || address.Query.Length > 0))
            yield return Problem(nameof(PublicAddress), $"'{address}' is not an address without path, as in https://lltp.example.vn.");
    }

    static ValidationResult Problem(string name, string sentence) => new($"Jws:{name}: {sentence}", [$"Jws:{name}"]);
}
