using System.Collections.Frozen;

namespace LLTP.Hub.Core.Partners;

/// <summary>The adapters of this hub by partner.</summary>
public sealed class PartnerRegistry(IEnumerable<IPartnerAdapter> adapters)
{
    readonly FrozenDictionary<string, IPartnerAdapter> byPartner = adapters.ToFrozenDictionary(adapter => adapter.Descriptor.Partner);

    public IEnumerable<IPartnerAdapter> All => byPartner.Values;

    /// <summary>The systems of one role, such as all TTHC systems of the province.</summary>
    public IEnumerable<IPartnerAdapter> OfRole(string role) => byPartner.Values.Where(adapter => Partner.RoleOf(adapter.Descriptor.Partner) == role);

    /// <summary>Whether the partner's contract has such a message.</summary>
    public bool Takes(string partner, string kind) => Find(partner).Descriptor.Kinds.Any(row => row.Kind == kind);

    /// <summary>The LLTP software can have somebody looked up over the hub, and somebody does it.</summary>
    public bool OffersLookups => Takes(Partner.V06, Process.MessageKind.V06Lookup) && Takes(Partner.Lltp, Process.MessageKind.LltpLookupResult);

    /// <summary>The partner tells nothing by itself.</summary>
    public bool IsPolled(string partner) => Find(partner).Descriptor.Capabilities.HasFlag(Capabilities.Poll);

    public IPartnerAdapter Find(string partner) => byPartner.TryGetValue(partner, out var adapter)
        ? adapter
        : throw new InvalidOperationException($"No adapter for partner '{partner}'. Known: {string.Join(", ", byPartner.Keys.Order())}.");
}
