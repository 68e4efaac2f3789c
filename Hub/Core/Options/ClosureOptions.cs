using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>Closing hours by the clocks of Asia/Ho_Chi_Minh; To before From means the next morning.</summary>
public sealed class ClosureOptions
{
    public TimeOnly From { get; init; }

    public TimeOnly To { get; init; }

    /// <summary>Days on which the closure begins; empty: every day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    public IEnumerable<ValidationResult> Problems()
    {
        if (From == To && Days.Count is 0 or 7)
            yield return new($"Closures: from {From:HH\\:mm} to {To:HH\\:mm} of every day is always, as in From 22:00 and To 05:00.", ["Closures"]);
    }
}

/// <summary>One announced time at which the partner is not reachable.</summary>
public sealed class MaintenanceOptions
{
    /// <summary>With offset, as in 2026-06-06T22:00:00+07:00.</summary>
    public DateTimeOffset From { get; init; }

    public DateTimeOffset To { get; init; }

    public IEnumerable<ValidationResult> Problems()
    {
        if (To <= From)
            yield return new($"Maintenance: To {To:O} is not after From {From:O}, as in 2026-06-06T22:00:00+07:00.", ["Maintenance"]);
    }
}
