using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Core.Catalogues;

/// <summary>What a new version of a catalogue would change, by code and first day.</summary>
public sealed record CatalogueDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    public static CatalogueDifference Between(Catalogue? before, Catalogue after)
    {
        var (old, now) = (ByKey(before?.Rows ?? []), ByKey(after.Rows));
        return new(
            [.. now.Keys.Except(old.Keys)], [.. old.Keys.Except(now.Keys)],
            [.. now.Where(pair => old.TryGetValue(pair.Key, out var row) && !Same(row, pair.Value)).Select(pair => pair.Key)]);
    }

    static Dictionary<string, CatalogueRow> ByKey(IEnumerable<CatalogueRow> rows) => rows.ToDictionary(Key);

    static string Key(CatalogueRow row) => row.ValidFrom is { } from ? $"{row.Code} {from:yyyy-MM-dd}" : row.Code;

    static bool Same(CatalogueRow one, CatalogueRow other) =>
        one with { Targets = other.Targets } == other && one.Targets.Count == other.Targets.Count && !one.Targets.Except(other.Targets).Any();
}
