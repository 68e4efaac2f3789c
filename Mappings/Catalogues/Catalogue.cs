using System.Globalization;
using System.Text.Json;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>A code list kept as data: the name it is known by, its words for people, and the version that was loaded.</summary>
public sealed record Catalogue(string Name, string Title, string Version, IReadOnlyList<CatalogueRow> Rows)
{
    /// <summary>The target of a row that names the code which took its place.</summary>
    public const string Successor = "now";

    /// <summary>The row of a code on a day; null is never to be replaced by a guess.</summary>
    public CatalogueRow? Find(string? code, DateOnly day) => Rows.FirstOrDefault(row => row.Code == code && row.HoldsOn(day));

    public CatalogueRow? Find(int? code, DateOnly day) => Find(code?.ToString(CultureInfo.InvariantCulture), day);

    /// <summary>The row of a code on a day, or of the code that has taken the place of an expired one.</summary>
    public CatalogueRow? Current(string? code, DateOnly day) =>
        Find(code, day) ?? Find(Rows.LastOrDefault(row => row.Code == code && row.ValidTo < day)?.Targets.GetValueOrDefault(Successor), day);

    /// <summary>What a code is called on another contract.</summary>
    public string? Target(int? code, string contract, DateOnly day) => Find(code, day)?.Targets.GetValueOrDefault(contract);

    /// <summary>What a code is called on another contract.</summary>
    public string? Target(string? code, string contract, DateOnly day) => Find(code, day)?.Targets.GetValueOrDefault(contract);

    /// <summary>Whether any row has a word on a contract.</summary>
    public bool Speaks(string contract) => Rows.Any(row => row.Targets.ContainsKey(contract));

    internal static T Load<T>(string name) where T : class
    {
        using var data = typeof(Catalogue).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The catalogue {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(data, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The catalogue {name} is empty.");
    }
}
