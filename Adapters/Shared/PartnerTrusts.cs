using System.Collections.Concurrent;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>Whose signatures and connections count for each partner: every trust is made once, and its revocation lists are kept current.</summary>
public sealed class PartnerTrusts(IEnumerable<ConfiguredPartner> partners, RevocationFetch fetch, IOptions<HubOptions> hub, AdaptersLog log, TimeProvider clock)
{
    readonly ConcurrentDictionary<TrustOptions, Lazy<Trust>> trusts = [];

    public IEnumerable<(string Partner, Trust Trust)> All =>
        partners.SelectMany(partner => partner.Options.Trusts(), (partner, one) => (partner.Partner, Of(one.Trust)));

    public Trust Of(TrustOptions options) => trusts.GetOrAdd(options, _ => new(() => Make(options))).Value;

    /// <summary>Fetches the lists that are due. What cannot be had is logged; whether that matters is what OnCrlUnavailable says.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        foreach (var (partner, trust) in All)
            if (trust.Authorities is { } authorities)
                foreach (var source in await authorities.RefreshAsync(fetch.FetchAsync, clock.GetUtcNow(), cancellation))
                    log.ListUnavailable(partner, source);
    }

    Trust Make(TrustOptions options) => new(
        CertificateFile.ReadAll(options.CertificateFiles), hub.Value.IsDevelopment, options.CaFiles.Count > 0 ? AuthoritiesOf(options) : null);

    static Authorities AuthoritiesOf(TrustOptions options) => new(
        CertificateFile.ReadAll(options.CaFiles),
        new Revocation(options.Crl, options.OnCrlUnavailable == CrlFallback.Accept),
        [.. options.SubjectMustContain.Select(SubjectRule.Read).OfType<SubjectRule>()]);
}
