using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Core.Catalogues;

/// <summary>
/// The catalogues in force: those shipped, with what people entered in their place. Read in the transaction that uses them, so that every node
/// maps with an entry from the moment it is committed; loaded again only when there is a newer one.
/// </summary>
public sealed class CataloguesInUse
{
    volatile Held held = new(0, CatalogueSet.Shipped);

    public async Task<CatalogueSet> OfAsync(Work work) => await OfAsync(work, await work.LatestCatalogueAsync());

    /// <param name="latest">The newest entry, as the same transaction sees it.</param>
    public async Task<CatalogueSet> OfAsync(Work work, long latest)
    {
        var known = held;
        if (known.Latest == latest)
            return known.Set;
        var set = CatalogueSet.Shipped;
        foreach (var row in await work.CataloguesAsync())
            set = set.With(CatalogueFile.Read(row.Bytes).Value
                ?? throw new InvalidOperationException($"The stored catalogue {row.Name} is unreadable."));
        held = new(latest, set);
        return set;
    }

    sealed record Held(long Latest, CatalogueSet Set);
}
