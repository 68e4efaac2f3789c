using System.Globalization;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>The catalogues that the maps use: those shipped, or those with imported ones in their place. Never changes.</summary>
public sealed class CatalogueSet
{
    static readonly string[] Names =
        ["channels", "communes", "declare-types", "ethnic-groups", "fees", "id-papers", "identity-kinds", "lookup-results", "nationalities",
            "paper-deliveries", "procedures", "provinces", "request-objects", "sexes", "states"];

    readonly Dictionary<string, Catalogue> all;

    CatalogueSet(IEnumerable<Catalogue> catalogues) => all = catalogues.ToDictionary(catalogue => catalogue.Name);

    public static CatalogueSet Shipped { get; } = new(Names.Select(Catalogue.Load<Catalogue>));

    public IReadOnlyList<Catalogue> All => [.. all.Values.OrderBy(catalogue => catalogue.Name, StringComparer.Ordinal)];

    public Catalogue States => all["states"];

    public Catalogue IdPapers => all["id-papers"];

    public Catalogue Sexes => all["sexes"];

    public Catalogue DeclareTypes => all["declare-types"];

    public Catalogue RequestObjects => all["request-objects"];

    public Catalogue PaperDeliveries => all["paper-deliveries"];

    public Catalogue LookupResults => all["lookup-results"];

    public Catalogue IdentityKinds => all["identity-kinds"];

    public Catalogue Channels => all["channels"];

    public Catalogue Provinces => all["provinces"];

    public Catalogue Procedures => all["procedures"];

    public Catalogue Nationalities => all["nationalities"];

    public Catalogue EthnicGroups => all["ethnic-groups"];

    public Catalogue Communes => all["communes"];

    /// <summary>Null for a name that was neither shipped nor imported.</summary>
    public Catalogue? Find(string name) => all.GetValueOrDefault(name);

    /// <summary>The same set with this catalogue in the place of the one with its name, or beside the others.</summary>
    public CatalogueSet With(Catalogue imported) => new(all.Values.Where(catalogue => catalogue.Name != imported.Name).Append(imported));

    /// <summary>The province that a code of today or of before the mergers means on a day; the leading zero may be missing.</summary>
    public CatalogueRow? Province(string? code, DateOnly day) => Provinces.Current(code?.PadLeft(2, '0'), day);

    /// <summary>The rows in force on a day that nobody has confirmed yet.</summary>
    public IEnumerable<(string Catalogue, CatalogueRow Row)> Unconfirmed(DateOnly day) => All.SelectMany(catalogue =>
        catalogue.Rows.Where(row => !row.Confirmed && row.HoldsOn(day)).Select(row => (catalogue.Name, row)));

    /// <summary>The national name of a state, null for a number outside 1 to 10.</summary>
    public static string? StateName(int state) =>
        Shipped.States.Rows.FirstOrDefault(row => row.Code == state.ToString(CultureInfo.InvariantCulture))?.Name;
}
