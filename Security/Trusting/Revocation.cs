using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Gets a revocation list by its file name or address; null when it cannot be had now. The library itself does no network.</summary>
public delegate Task<byte[]?> FetchRevocationList(string source, CancellationToken cancellation);

/// <summary>The revocation lists of one partner's authorities, as far as they are at hand.</summary>
/// <param name="sources">File names or addresses, one list each.</param>
/// <param name="acceptWhenUnknown">Whether a certificate counts while no current list of its issuer is at hand.</param>
public sealed class Revocation(IReadOnlyList<string> sources, bool acceptWhenUnknown)
{
    static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, (RevocationList List, DateTimeOffset Fetched)> lists = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Sources => sources;

    /// <summary>When each list that is at hand began and ends, by source; sources without a list are missing.</summary>
    public IReadOnlyDictionary<string, (DateTimeOffset From, DateTimeOffset Until)> Current =>
        lists.ToDictionary(one => one.Key, one => (one.Value.List.ThisUpdate, one.Value.List.NextUpdate));

    /// <summary>Fetches what is due: every file, and every address without a current list or not asked for an hour. Returns the sources that failed.</summary>
    public async Task<IReadOnlyList<string>> RefreshAsync(
        FetchRevocationList fetch, IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now, CancellationToken cancellation)
    {
        var failed = new List<string>();
        foreach (var source in sources.Where(source => IsDue(source, now)))
            if (await fetch(source, cancellation) is not { } bytes || !Put(source, bytes, authorities, now))
                failed.Add(source);
        return failed;
    }

    /// <summary>Takes a list in. A list that is unreadable is refused; one that is forged or older never replaces another.</summary>
    public bool Put(string source, byte[] bytes, IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now)
    {
        if (RevocationListReader.Read(bytes) is not { } list) return false;
        var isForged = authorities.Any(list.IsOf) && !authorities.Any(authority => list.IsOf(authority) && list.IsSignedBy(authority));
        if (lists.TryGetValue(source, out var held) && (isForged || !held.List.Issuer.Span.SequenceEqual(list.Issuer.Span) || list.ThisUpdate < held.List.ThisUpdate))
            return false;
        lists[source] = (list, now);
        return !isForged;
    }

    /// <summary>Why the certificate does not count at that time; null when nothing speaks against it.</summary>
    internal SignatureRefusalCode? Judge(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        var named = lists.Values.Select(held => held.List).Where(list => list.IsOf(issuer)).ToList();
        var covering = named.Where(list => list.IsSignedBy(issuer) && list.Scope.Covers(certificate)).ToList();
        if (covering.Exists(list => list.Revokes(certificate, at))) return SignatureRefusalCode.CertificateRevoked;
        if (acceptWhenUnknown || covering.Exists(list => at <= list.NextUpdate)) return null;
        return covering.Count > 0 ? SignatureRefusalCode.RevocationListExpired
            : named.Exists(list => !list.IsSignedBy(issuer)) ? SignatureRefusalCode.RevocationListForged
            : SignatureRefusalCode.RevocationUnknown;
    }

    bool IsDue(string source, DateTimeOffset now) =>
        !source.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || !lists.TryGetValue(source, out var held) || now >= held.List.NextUpdate || now - held.Fetched >= Pace;
}
