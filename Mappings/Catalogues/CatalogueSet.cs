using System.Globalization;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>The catalogues that the maps use.</summary>
public static class CatalogueSet
{
    public static Catalogue States { get; } = Catalogue.Load<Catalogue>("states");

    public static Catalogue IdPapers { get; } = Catalogue.Load<Catalogue>("id-papers");

    public static Catalogue Sexes { get; } = Catalogue.Load<Catalogue>("sexes");

    public static Catalogue DeclareTypes { get; } = Catalogue.Load<Catalogue>("declare-types");

    public static Catalogue RequestObjects { get; } = Catalogue.Load<Catalogue>("request-objects");

    public static Catalogue PaperDeliveries { get; } = Catalogue.Load<Catalogue>("paper-deliveries");

    public static Catalogue LookupResults { get; } = Catalogue.Load<Catalogue>("lookup-results");

    public static Catalogue IdentityKinds { get; } = Catalogue.Load<Catalogue>("identity-kinds");

    /// <summary>The national name of a state, null for a number outside 1 to 10.</summary>
    public static string? StateName(int state) =>
        States.Rows.FirstOrDefault(row => row.Code == state.ToString(CultureInfo.InvariantCulture))?.Name;
}
