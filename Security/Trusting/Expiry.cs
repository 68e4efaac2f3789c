using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Something that trust rests on and that ends soon, or has ended.</summary>
/// <param name="Owner">A partner's name, or "hub".</param>
/// <param name="What">The certificate's fingerprint (SHA-256) or the revocation list's source.</param>
/// <param name="Threshold">The warning that is due: 60, 30 or 7 days before, 0 when it has ended or is missing.</param>
public sealed record ExpiryNotice(string Owner, ExpiryKind Kind, string What, DateTimeOffset? Ends, int Threshold);

public enum ExpiryKind { Certificate, Authority, RevocationList }

/// <summary>Which certificates and revocation lists need somebody's attention.</summary>
public static class Expiry
{
    static readonly int[] Thresholds = [7, 30, 60];

    /// <summary>Certificates that end within 60 days, except those that have a successor: the same subject, valid by then and for longer.</summary>
    public static IEnumerable<ExpiryNotice> Of(string owner, ExpiryKind kind, IReadOnlyList<X509Certificate2> certificates, DateTimeOffset now)
    {
        foreach (var one in certificates.DistinctBy(certificate => certificate.Thumbprint))
            if (ThresholdOf(one.NotAfter, now) is { } threshold && !certificates.Any(other => Succeeds(other, one, now)))
                yield return new(owner, kind, Fingerprint.Sha256Hex(one.RawDataMemory.Span), Utc(one.NotAfter), threshold);
    }

    /// <summary>Lists that are missing, out of date, or in the last tenth of their life although the next one should be there.</summary>
    public static IEnumerable<ExpiryNotice> Of(string owner, Revocation revocation, DateTimeOffset now)
    {
        var current = revocation.Current;
        foreach (var source in revocation.Sources)
            if (!current.TryGetValue(source, out var life))
                yield return new(owner, ExpiryKind.RevocationList, source, null, 0);
            else if (now >= life.Until - ((life.Until - life.From) / 10))
                yield return new(owner, ExpiryKind.RevocationList, source, life.Until, now > life.Until ? 0 : Thresholds[0]);
    }

    static bool Succeeds(X509Certificate2 other, X509Certificate2 one, DateTimeOffset now) =>
        other.SubjectName.RawData.AsSpan().SequenceEqual(one.SubjectName.RawData)
        && other.NotBefore <= one.NotAfter && ThresholdOf(other.NotAfter, now) is null;

    static int? ThresholdOf(DateTime end, DateTimeOffset now)
    {
        var left = Utc(end) - now;
        return left < TimeSpan.Zero ? 0 : Array.Find(Thresholds, days => left <= TimeSpan.FromDays(days)) is > 0 and var due ? due : null;
    }

    static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime(), TimeSpan.Zero);
}
