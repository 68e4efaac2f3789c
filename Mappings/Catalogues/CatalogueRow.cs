namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>A code with its meaning, its words on other contracts, where that is known from and when it holds.</summary>
public sealed record CatalogueRow(
    string Code, string Name, string Source, bool Confirmed, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public IReadOnlyDictionary<string, string> Targets { get; init; } = new Dictionary<string, string>();

    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
