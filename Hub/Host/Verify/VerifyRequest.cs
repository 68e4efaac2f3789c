using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>What files are judged against: whose certificates or which key, and when.</summary>
sealed record VerifyRequest(VerificationPolicy Policy, DateTimeOffset At)
{
    /// <summary>Local name of an element, or {namespace}name, of which every one must be signed.</summary>
    public string? Require { get; init; }

    /// <summary>The detached signature that belongs to the file.</summary>
    public string? Signature { get; init; }

    /// <summary>Nobody where a key is asked for.</summary>
    public Trust Trust => Policy.Trust ?? new([], allowDevelopment: false);
}
