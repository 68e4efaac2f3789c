namespace LLTP.Hub.Security;

/// <summary>Who is believed and what counts when any signed document is verified.</summary>
public sealed record VerificationPolicy
{
    VerificationPolicy(Trust? trust, VerificationKey? key) => (Trust, Key) = (trust, key);

    public Trust? Trust { get; }

    public VerificationKey? Key { get; }

    /// <summary>SHA-1 as digest and in RSA-SHA1 and ECDSA-SHA1 counts; for archives only, never for a live message.</summary>
    public bool AllowLegacyAlgorithms { get; init; }

    /// <summary>Only a certificate of this trust, valid at the time of verification, is believed.</summary>
    public static VerificationPolicy By(Trust trust) => new(trust, null);

    /// <summary>Only this key is believed, whatever certificates are shown.</summary>
    public static VerificationPolicy By(VerificationKey key) => new(null, key);
}
