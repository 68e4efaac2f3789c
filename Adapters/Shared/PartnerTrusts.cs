using System.Collections.Concurrent;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Whom each signing partner is: its trust, made once, and its revocation lists, kept current.</summary>
public sealed class PartnerTrusts(IEnumerable<SignedPartner> partners, RevocationFetch fetch, IOptions<HubOptions> hub, AdaptersLog log, TimeProvider clock)
{
    readonly ConcurrentDictionary<SignedPartnerOptions, Lazy<Trust>> trusts = [];

    public IEnumerable<(string Partner, Trust Trust)> All => partners.Select(partner => (partner.Name, Of(partner.Options.Value)));

    public Trust Of(SignedPartnerOptions partner) => trusts.GetOrAdd(partner, _ => new(() => Make(partner))).Value;

    /// <summary>Fetches the lists that are due. What cannot be had is logged; whether that matters is the partner's OnCrlUnavailable.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        foreach (var (partner, trust) in All)
            if (trust.Authorities is { } authorities)
                foreach (var source in await authorities.RefreshAsync(fetch.FetchAsync, clock.GetUtcNow(), cancellation))
                    log.ListUnavailable(partner, source);
    }

    Trust Make(SignedPartnerOptions partner) => new(
        CertificateFile.ReadAll(partner.CertificateFiles), hub.Value.IsDevelopment, partner.CaFiles.Count > 0 ? AuthoritiesOf(partner) : null);

    static Authorities AuthoritiesOf(SignedPartnerOptions partner) => new(
        CertificateFile.ReadAll(partner.CaFiles),
        new Revocation(partner.Crl, partner.OnCrlUnavailable == CrlFallback.Accept),
        [.. partner.SubjectMustContain.Select(SubjectRule.Read).OfType<SubjectRule>()]);
}

/// <summary>A partner whose messages are signed, and what is configured for it.</summary>
public sealed record SignedPartner(string Name, IOptions<SignedPartnerOptions> Options);
