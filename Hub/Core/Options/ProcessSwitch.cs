using System.Text.RegularExpressions;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Options;

/// <summary>From a moment on dossiers are opened under another process, by another unit; those that are open finish as they began.</summary>
public sealed class ProcessSwitch
{
    /// <summary>Vietnam's time where it names no zone, as in 2026-07-01T00:00:00.</summary>
    public DateTime At { get; init; }

    public string Profile { get; init; } = "";

    /// <summary>Identifier in dossier numbers; without it the one before.</summary>
    public string? UnitId { get; init; }

    public string UnitName { get; init; } = "";

    public string ProcedureCode { get; init; } = "";

    public string? ProcedureName { get; init; }

    public DateTimeOffset Moment => At.Ticks < TimeSpan.TicksPerDay ? DateTimeOffset.MinValue
        : At.Kind == DateTimeKind.Unspecified ? new(At, TimeSpan.FromHours(7)) : new(At.ToUniversalTime());

    public IssuingUnit After(IssuingUnit before) =>
        new(Profile, Moment, UnitId ?? before.UnitId, UnitName, ProcedureCode, ProcedureName ?? before.ProcedureName);

    /// <summary>Null when it is good after the one before.</summary>
    public string? Problem(DateTimeOffset previous) => ProcessTable.Find(Profile) is not { } profile
        ? $"Profile '{Profile}' is not one of {ProvinceOptions.Known}."
        : Moment <= previous ? "At must come after the switch before, as in 2026-07-01T00:00:00."
        : Moment < new DateTimeOffset(profile.From, default, TimeSpan.FromHours(7)) ? $"{Profile} begins on {profile.From:yyyy-MM-dd}."
        : UnitId is not null && !Regex.IsMatch(UnitId, ProvinceOptions.UnitForm) ? "UnitId must look like H56.14."
        : UnitName.Length == 0 || ProcedureCode.Length == 0 ? "UnitName and ProcedureCode are needed, as in 'Công an tỉnh' and 3.000333."
        : null;
}

/// <summary>Who issues certificates from a moment on, by which process and under which names.</summary>
public sealed record IssuingUnit(
    string Profile, DateTimeOffset From, string UnitId, string UnitName, string ProcedureCode, string ProcedureName);
