using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>
/// The first of two identities at a door: who holds the other end of the connection, by client certificate or source address. It
/// decides only who may speak for a partner; that it is the partner is shown by a signature, a secret, or the word of a gateway that
/// may vouch for it.
/// </summary>
public sealed class DoorLine(IOptions<GatewaysOptions> gateways, PartnerTrusts trusts, IOptions<HubOptions> hub, TimeProvider clock)
{
    readonly Lazy<IReadOnlyList<Gateway>> known =
        new(() => [.. gateways.Value.Gateways.Select(one => new Gateway(one, hub.Value.IsDevelopment))]);

    public DoorPolicy Of(string partner, PartnerOptions options) =>
        new(partner, options, trusts.Of(options.Tls.Clients()));

    public Trust TrustOf(TrustOptions options) => trusts.Of(options);

    /// <summary>What the connection proves; the refusal where nobody may speak for this partner over it.</summary>
    public Line Judge(DoorPolicy door, HttpContext context)
    {
        var (address, certificate, now) = (context.Connection.RemoteIpAddress, context.Connection.ClientCertificate, clock.GetUtcNow());
        var ends = known.Value.Where(one => one.IsAt(address, certificate, now)).ToList();
        var says = ends.Select(one => (Gateway: one, Says: one.Of(door.Partner, context.Request.Headers))).ToList();
        var isOwn = certificate is not null && door.Peers.Judge(certificate, [], CertificatePurpose.TlsClient, now) is null;
        // A header counts only from a gateway; one that names somebody else closes the door, whatever else is shown.
        if (says.Exists(one => one.Says == Vouching.AnotherPartner))
            return Line.Closed;
        var vouching = says.Where(one => one.Says == Vouching.ThisPartner).Select(one => one.Gateway).ToList();
        var isAllowed = (!door.Options.Tls.Required || isOwn || vouching.Exists(one => one.HasCertificates))
            && (door.Options.Gateways.Count == 0 || isOwn || ends.Exists(one => door.Options.Gateways.Contains(one.Name)));
        return isAllowed ? new(null, isOwn, vouching.Count > 0) : Line.Closed;
    }
}

/// <summary>What a partner's doors ask of connections.</summary>
public sealed record DoorPolicy(string Partner, PartnerOptions Options, Trust Peers);

/// <summary>
/// A judged connection: its refusal, whether it showed the partner's own certificate, whether a gateway vouches for the partner.
/// </summary>
public sealed record Line(Failure? Refusal, bool IsOwn, bool IsVouchedFor)
{
    public static Line Closed { get; } = new(Failure.Of(FailureCode.LineNotAllowed), false, false);
}
