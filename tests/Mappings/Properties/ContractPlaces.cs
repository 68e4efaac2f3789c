using System.Text.RegularExpressions;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Where a contract has a place for the fields of a request, written down by hand beside the tests.</summary>
sealed partial class ContractPlaces(string contract)
{
    readonly Dictionary<string, ContractPlace> places = File.ReadAllLines(Path.Combine(Places.Tests, "Contract", contract + "-places.txt"))
        .Select(ContractPlace.Parse)
        .ToDictionary(place => place.Field);

    public IEnumerable<string> Fields => places.Keys;

    /// <summary>The fields that the message neither says in their place nor names in its report.</summary>
    public IEnumerable<string> Lost(
        Dictionary<string, string> request, Dictionary<string, string> message, IReadOnlyList<ReportLine> report)
    {
        var reported = report.Select(line => line.Path).ToHashSet();
        return request.Where(field => !string.IsNullOrWhiteSpace(field.Value))
            .Where(field => !IsSafe(new(field.Key, field.Value, request, message), reported))
            .Select(field => $"{contract}: {field.Key}");
    }

    bool IsSafe(FieldSeen seen, HashSet<string> reported)
    {
        var named = reported.Contains(seen.Path) || reported.Contains(Shape(seen.Path));
        var place = places.GetValueOrDefault(Shape(seen.Path));
        return place is null || !place.Applies(seen) ? named : place.Says(seen);
    }

    public static string Shape(string path) => Index().Replace(path, "[]");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}

/// <summary>A field of a request that was given, with the whole request and the message made of it.</summary>
sealed record FieldSeen(string Path, string Value, Dictionary<string, string> Request, Dictionary<string, string> Message)
{
    public bool Given(string path) => Request.TryGetValue(path, out var other) && !string.IsNullOrWhiteSpace(other);

    /// <summary>The value of a sibling of this field.</summary>
    public string? Sibling(string name) => Request.GetValueOrDefault(Path[..(Path.LastIndexOf('.') + 1)] + name);
}
