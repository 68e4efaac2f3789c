using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>What an imported catalogue must be before anything is mapped with it.</summary>
static class CatalogueChecks
{
    const int MaxName = 40;

    public static void Judge(Catalogue catalogue, Notes notes)
    {
        if (string.IsNullOrEmpty(catalogue.Name) || catalogue.Name.Length > MaxName || !catalogue.Name.All(IsPlain))
            notes.Refuse(MappingFailureCode.BadValue, "name");
        Need(catalogue.Title, "title", notes);
        Need(catalogue.Version, "version", notes);
        if (catalogue.Rows.Count == 0)
            notes.Refuse(MappingFailureCode.MissingField, "rows");
        for (var index = 0; index < catalogue.Rows.Count; index++)
            Row(catalogue.Rows[index], $"rows[{index}]", notes);
        if (notes.Refusal is null)
            Once(catalogue.Rows, notes);
    }

    static void Row(CatalogueRow? row, string path, Notes notes)
    {
        Need(row?.Code, path + ".code", notes);
        Need(row?.Name, path + ".name", notes);
        Need(row?.Source, path + ".source", notes);
        if (row?.ValidFrom > row?.ValidTo)
            notes.Refuse(MappingFailureCode.BadDate, path + ".validTo");
        if (row?.Targets?.Values.Any(string.IsNullOrWhiteSpace) ?? true)
            notes.Refuse(MappingFailureCode.MissingField, path + ".targets");
    }

    // Two rows of one code in force on one day would make a look-up a matter of order.
    static void Once(IReadOnlyList<CatalogueRow> rows, Notes notes)
    {
        var last = new Dictionary<string, DateOnly>();
        foreach (var (row, index) in rows.Select((row, index) => (row, index)).OrderBy(pair => pair.row.ValidFrom ?? DateOnly.MinValue))
        {
            if (last.TryGetValue(row.Code, out var until) && (row.ValidFrom ?? DateOnly.MinValue) <= until)
                notes.Refuse(MappingFailureCode.DuplicateMember, $"rows[{index}].code");
            last[row.Code] = row.ValidTo ?? DateOnly.MaxValue;
        }
    }

    static void Need(string? text, string path, Notes notes)
    {
        if (string.IsNullOrWhiteSpace(text))
            notes.Refuse(MappingFailureCode.MissingField, path);
        else if (TextForm.Clean(text) is null)
            notes.Refuse(MappingFailureCode.BadCharacter, path);
    }

    static bool IsPlain(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
