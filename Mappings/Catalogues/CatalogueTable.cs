using System.Globalization;
using System.Text;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>Catalogues as CSV (RFC 4180, UTF-8), as spreadsheets and statistical offices give them; other columns are targets.</summary>
public static class CatalogueTable
{
    static readonly string[] Columns = ["code", "name", "source", "confirmed", "validFrom", "validTo"];

    /// <summary>The first line names the columns; an empty cell is not given, an empty "confirmed" is no.</summary>
    public static Reading<Catalogue> Read(ReadOnlyMemory<byte> csv, string name, string title, string version)
    {
        var notes = new Notes();
        var lines = CsvText.Read(Encoding.UTF8.GetString(csv.Span).TrimStart('\uFEFF'));
        string[] head = lines.Count > 0 ? lines[0] : [];
        foreach (var column in Columns[..3].Where(column => !head.Contains(column)))
            notes.Refuse(MappingFailureCode.MissingField, column);
        var rows = lines.Skip(1).Select((line, index) => Row(head.Zip(line).ToLookup(cell => cell.First, cell => cell.Second), index, notes));
        var catalogue = new Catalogue(name, title, version, [.. rows]);
        if (notes.Refusal is null)
            CatalogueChecks.Judge(catalogue, notes);
        return notes.Close(catalogue, "");
    }

    public static byte[] Write(Catalogue catalogue)
    {
        string[] targets = [.. catalogue.Rows.SelectMany(row => row.Targets.Keys).Distinct().Order(StringComparer.Ordinal)];
        var lines = catalogue.Rows.Select(row => Cells(row).Concat(targets.Select(target => row.Targets.GetValueOrDefault(target) ?? "")));
        return Encoding.UTF8.GetBytes(CsvText.Write(lines.Prepend(Columns.Concat(targets))));
    }

    static CatalogueRow Row(ILookup<string, string> cells, int index, Notes notes) => new(
        Cell(cells, "code"), Cell(cells, "name"), Cell(cells, "source"), Cell(cells, "confirmed") is "true" or "TRUE" or "1",
        Day(cells, "validFrom", index, notes), Day(cells, "validTo", index, notes))
    {
        Targets = cells.Where(cell => !Columns.Contains(cell.Key) && cell.First().Length > 0).ToDictionary(cell => cell.Key, cell => cell.First())
    };

    static IEnumerable<string> Cells(CatalogueRow row) =>
        [row.Code, row.Name, row.Source, row.Confirmed ? "true" : "false", Day(row.ValidFrom), Day(row.ValidTo)];

    static string Cell(ILookup<string, string> cells, string column) => cells[column].FirstOrDefault() ?? "";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static DateOnly? Day(ILookup<string, string> cells, string column, int index, Notes notes)
    {
        var text = Cell(cells, column);
        var day = Dates.IsoDay(text);
        if (day is null && text.Length > 0)
            notes.Refuse(MappingFailureCode.BadDate, $"rows[{index}].{column}");
        return day;
    }
}
