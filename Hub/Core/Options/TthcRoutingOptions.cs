using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace LLTP.Hub.Core.Options;

/// <summary>Which of a province's TTHC systems gets which dossiers; bound from Partners:Tthc.</summary>
public sealed class TthcRoutingOptions : IValidatableObject
{
    public const string Section = "Partners:Tthc";

    /// <summary>The first that fits decides; where none does, the main system (Partners:Tthc itself).</summary>
    public IReadOnlyList<TthcRouteOptions> Routes { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Routes.Index()
        .SelectMany(route => route.Item.Problems().Select(problem => new ValidationResult($"Partners:Tthc:Routes:{route.Index}: {problem}")));
}

/// <summary>One route: receiving unit or province code, and the days (Vietnam) of submission on which it holds.</summary>
public sealed class TthcRouteOptions
{
    /// <summary>Identifier of the receiving unit or of one above it, such as H56 or H56.14.</summary>
    public string? Unit { get; init; }

    /// <summary>The province code (maTinh) under which the dossier comes, such as that of a province before it was merged.</summary>
    public string? Province { get; init; }

    /// <summary>First day, yyyy-MM-dd.</summary>
    public string? From { get; init; }

    /// <summary>Last day, yyyy-MM-dd.</summary>
    public string? To { get; init; }

    /// <summary>Name of the system under Partners:Tthc:Systems; empty: the main one.</summary>
    public string System { get; init; } = "";

    public DateOnly First => Day(From) ?? DateOnly.MinValue;

    public DateOnly Last => Day(To) ?? DateOnly.MaxValue;

    internal IEnumerable<string> Problems()
    {
        if (Unit is null && Province is null)
            yield return "neither Unit nor Province is set, as in Unit=H56.14 or Province=36.";
        foreach (var day in new[] { From, To }.OfType<string>().Where(day => Day(day) is null))
            yield return $"'{day}' is no day, as in 2025-07-01.";
        if (Last < First)
            yield return $"To {To} is before From {From}.";
    }

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
