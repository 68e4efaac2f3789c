using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Options;

/// <summary>The province that this hub serves, the unit that issues certificates, and the process by which it does.</summary>
public sealed class ProvinceOptions : IValidatableObject
{
    public const string Section = "Province";

    /// <summary>Identifiers of units look like H56.14 (QĐ 20/2020/QĐ-TTg).</summary>
    public const string UnitForm = @"^[A-Z][0-9]{2}(\.[0-9]{1,3}){0,3}$";

    readonly Lazy<IReadOnlyList<IssuingUnit>> units;

    public ProvinceOptions() => units = new(() => [.. Build()]);

    /// <summary>Statistical code without leading zero, such as 38.</summary>
    [Required, RegularExpression("^[0-9]{1,2}$", ErrorMessage = "Province:Code must be one or two digits, as in 38.")]
    public string Code { get; init; } = "";

    [Required]
    public string Name { get; init; } = "";

    /// <summary>Identifier of the unit in dossier numbers, such as H56.14.</summary>
    [Required, RegularExpression(UnitForm, ErrorMessage = "Province:UnitId must look like H56.14.")]
    public string UnitId { get; init; } = "";

    [Required]
    public string UnitName { get; init; } = "";

    /// <summary>Code of the administrative procedure, such as 2.000488.000.00.00.H56.</summary>
    [Required]
    public string ProcedureCode { get; init; } = "";

    public string ProcedureName { get; init; } = "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam";

    /// <summary>The process under which dossiers are opened until the first switch.</summary>
    public string Profile { get; init; } = ProcessTable.Quy570;

    /// <summary>Changes of process and unit, in the order of their times.</summary>
    public IReadOnlyList<ProcessSwitch> Switches { get; init; } = [];

    /// <summary>Who issues, one after the other.</summary>
    public IReadOnlyList<IssuingUnit> Units => units.Value;

    public IEnumerable<string> UnitIds => Units.Select(unit => unit.UnitId).Distinct();

    /// <summary>Who opens dossiers at a moment.</summary>
    public IssuingUnit At(DateTimeOffset moment) => Units.Last(unit => unit.From <= moment);

    /// <summary>Who finishes dossiers of a process; where the configuration knows it no more, the unit of today.</summary>
    public IssuingUnit Of(string profile) => Units.LastOrDefault(unit => unit.Profile == profile) ?? Units[^1];

    /// <summary>Whose number it is; the newest unit for numbers of strangers.</summary>
    public IssuingUnit OfNumber(string number) =>
        Units.LastOrDefault(unit => number.StartsWith($"{unit.UnitId}-", StringComparison.Ordinal)) ?? Units[^1];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ProcessTable.Find(Profile) is null)
            yield return new($"Province:Profile '{Profile}' is not one of {Known}.");
        foreach (var (index, change) in Switches.Index())
            if (change.Problem(index == 0 ? DateTimeOffset.MinValue : Switches[index - 1].Moment) is { } problem)
                yield return new($"Province:Switches:{index}: {problem}");
    }

    public static string Known => string.Join(", ", ProcessTable.Profiles.Select(profile => profile.Name));

    IEnumerable<IssuingUnit> Build()
    {
        var unit = new IssuingUnit(Profile, DateTimeOffset.MinValue, UnitId, UnitName, ProcedureCode, ProcedureName);
        return Switches.Aggregate<ProcessSwitch, IReadOnlyList<IssuingUnit>>([unit], (before, change) => [.. before, change.After(before[^1])]);
    }
}
