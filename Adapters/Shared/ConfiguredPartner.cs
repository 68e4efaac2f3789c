using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>One partner and what is configured for it, read when it is first asked for.</summary>
public sealed record ConfiguredPartner(string Partner, IOptions<PartnerOptions> Source)
{
    public PartnerOptions Options => Source.Value;
}
