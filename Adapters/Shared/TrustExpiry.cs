using LLTP.Hub.Core.Partners;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>What of the hub's and the partners' certificates and revocation lists ends soon.</summary>
public sealed class TrustExpiry(HubKeys keys, PartnerTrusts trusts, TimeProvider clock)
{
    public IReadOnlyList<ExpiryNotice> Report()
    {
        var now = clock.GetUtcNow();
        var own = Expiry.Of(Partner.Hub, ExpiryKind.Certificate, [.. keys.Certificates.Select(one => one.Certificate)], now);
        return [.. own, .. trusts.All.SelectMany(one => Of(one.Partner, one.Trust, now))];
    }

    static IEnumerable<ExpiryNotice> Of(string partner, Trust trust, DateTimeOffset now)
    {
        var pins = Expiry.Of(partner, ExpiryKind.Certificate, trust.Certificates, now);
        return trust.Authorities is not { } authorities ? pins : pins
            .Concat(Expiry.Of(partner, ExpiryKind.Authority, authorities.Certificates, now))
            .Concat(Expiry.Of(partner, authorities.Revocation, now));
    }
}
