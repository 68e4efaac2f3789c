using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The certificate authorities that may vouch for one partner, its revocation lists, and what must stand in the partner's certificates.</summary>
/// <remarks>Roots anchor every chain. Where intermediates are named too, a chain must run through one of them.</remarks>
public sealed class Authorities(IReadOnlyList<X509Certificate2> certificates, Revocation revocation, IReadOnlyList<SubjectRule> subject)
{
    const int MostIntermediates = 8;
    const int MostProved = 256;
    const X509ChainStatusFlags Unanchored = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

    // Building a chain costs as much as many signatures; what was proved once is only judged anew by time and revocation.
    readonly ConcurrentDictionary<string, Proved> proved = new(StringComparer.Ordinal);

    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    public Revocation Revocation => revocation;

    /// <summary>What keeps these certificates from being anybody's authorities; null when they can be.</summary>
    public static string? Problem(IReadOnlyList<X509Certificate2> certificates) =>
        certificates.FirstOrDefault(one => !CertificateUse.IsAuthority(one)) is { } other
            ? $"the certificate with number {other.SerialNumber} is not one of an authority."
            : certificates.Any(IsRoot) ? null : "there is no root (a certificate that an authority issued to itself).";

    /// <summary>Fetches the revocation lists that are due. Returns the sources that gave none, or none that can be used.</summary>
    public Task<IReadOnlyList<string>> RefreshAsync(FetchRevocationList fetch, DateTimeOffset now, CancellationToken cancellation) =>
        revocation.RefreshAsync(fetch, certificates, now, cancellation);

    internal Found<TrustedCertificate> Accept(byte[] raw, IReadOnlyList<byte[]> others, CertificatePurpose purpose, DateTimeOffset at)
    {
        var chain = Prove(raw, others, at);
        if (!chain.Holds) return chain.Refusal;
        var (signer, path) = (chain.Value.Signer, chain.Value.Path);
        if (signer.Untimely(at) is { } untimely) return untimely;
        if (CertificateUse.IsAuthority(signer.Certificate)) return SignatureRefusalCode.SignerIsAuthority;
        if (path.Skip(1).Any(authority => new TrustedCertificate(authority).Untimely(at) is not null)) return SignatureRefusalCode.AuthorityNotAllowed;
        if (!CertificateUse.Fits(signer.Certificate, purpose)) return SignatureRefusalCode.KeyUsageNotAllowed;
        if (!subject.All(rule => rule.Holds(signer.Certificate))) return SignatureRefusalCode.SubjectNotAllowed;
        for (int i = 0; i + 1 < path.Count && !IsNamed(path[i]); i++)
            if (revocation.Judge(path[i], path[i + 1], at) is { } revoked) return revoked;
        return signer;
    }

    Found<Proved> Prove(byte[] raw, IReadOnlyList<byte[]> others, DateTimeOffset at)
    {
        var fingerprint = Fingerprint.Sha256Hex(raw);
        if (proved.TryGetValue(fingerprint, out var known)) return known;
        if (Load(raw) is not { } leaf) return SignatureRefusalCode.CertificateUnknown;
        var shown = others.Take(MostIntermediates).Select(Load).OfType<X509Certificate2>().ToList();
        var path = PathOf(leaf, shown, at);
        if (!path.Holds) return path.Refusal;
        var found = new Proved(new TrustedCertificate(leaf), path.Value);
        if (proved.Count < MostProved) proved[fingerprint] = found;
        return found;
    }

    Found<List<X509Certificate2>> PathOf(X509Certificate2 leaf, List<X509Certificate2> shown, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.LocalDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates.Where(IsRoot).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Where(one => !IsRoot(one)).Concat(shown).ToArray());
        chain.Build(leaf);
        // Times are judged by ourselves, at every use of the chain.
        var flags = chain.ChainElements.SelectMany(element => element.ChainElementStatus)
            .Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) & ~X509ChainStatusFlags.NotTimeValid;
        if (flags != X509ChainStatusFlags.NoError) return Explain(flags, leaf, shown);
        List<X509Certificate2> path = [.. chain.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawData))];
        return certificates.All(IsRoot) || path.Exists(one => !IsRoot(one) && IsNamed(one)) ? path : SignatureRefusalCode.CertificateUnknown;
    }

    SignatureRefusalCode Explain(X509ChainStatusFlags flags, X509Certificate2 leaf, List<X509Certificate2> shown)
    {
        if ((flags & X509ChainStatusFlags.NotSignatureValid) != 0) return SignatureRefusalCode.CertificateForged;
        if ((flags & ~Unanchored) != 0) return SignatureRefusalCode.AuthorityNotAllowed;
        if (certificates.Any(one => Names(leaf, one) || shown.Exists(between => Names(leaf, between) && Names(between, one)))) return SignatureRefusalCode.CertificateForged;
        return shown.Exists(between => Names(leaf, between) && !CertificateUse.IsAuthority(between))
            ? SignatureRefusalCode.AuthorityNotAllowed
            : SignatureRefusalCode.CertificateUnknown;
    }

    bool IsNamed(X509Certificate2 certificate) => certificates.Any(one => one.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));

    static bool Names(X509Certificate2 issued, X509Certificate2 issuer) =>
        issued.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);

    static bool IsRoot(X509Certificate2 certificate) => Names(certificate, certificate);

    static X509Certificate2? Load(byte[] raw)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(raw);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    sealed record Proved(TrustedCertificate Signer, IReadOnlyList<X509Certificate2> Path);
}
