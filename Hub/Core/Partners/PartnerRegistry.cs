using System.Collections.Frozen;

namespace LLTP.Hub.Core.Partners;

/// <summary>The adapters of this hub by partner.</summary>
public sealed class PartnerRegistry(IEnumerable<IPartnerAdapter> adapters)
{
    readonly FrozenDictionary<string, IPartnerAdapter> byPartner = adapters.ToFrozenDictionary(adapter => adapter.Descriptor.Partner);

    public IEnumerable<IPartnerAdapter> All => byPartner.Values;

    public IPartnerAdapter Find(string partner) => byPartner.TryGetValue(partner, out var adapter)
        ? adapter
        : throw new InvalidOperationException($"No adapter for partner '{partner}'. Known: {string.Join(", ", byPartner.Keys.Order())}.");
}
