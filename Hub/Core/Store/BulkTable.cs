using System.Reflection;
using System.Text.RegularExpressions;

namespace LLTP.Hub.Core.Store;

/// <summary>A table and the columns that a type of rows fills: its properties in snake case, without those that are computed from others.</summary>
sealed partial class BulkTable
{
    public BulkTable(string name, Type row)
    {
        var all = row.GetProperties();
        var kept = all.Where(property => property.CanWrite).ToArray();
        (Name, Sources) = (name, kept.Length > 0 ? kept : all);
    }

    public string Name { get; }

    public IReadOnlyList<PropertyInfo> Sources { get; }

    public string Columns => string.Join(", ", Sources.Select(source => Column(source.Name)));

    public string Insert => $"INSERT INTO {Name} ({Columns}) VALUES ({string.Join(", ", Sources.Select(source => $"@{source.Name}"))})";

    /// <summary>The rows bring their own places in a sequence that the database counts up otherwise.</summary>
    public bool BringsPlaces => Sources.Any(source => source.Name == "Seq");

    static string Column(string property) => Humps().Replace(property, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Humps();
}
