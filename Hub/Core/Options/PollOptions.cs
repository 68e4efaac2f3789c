using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How often results are asked for where a contract tells nothing by itself; bound from Poll.</summary>
public sealed class PollOptions
{
    public const string Section = "Poll";

    /// <summary>The shortest wait between two questions about one dossier; later ones wait a quarter of the time already waited.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest wait while the certificate is not issued.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "7.00:00:00")]
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Questions in one second, of one hub process.</summary>
    [Range(1, 1000)]
    public int PerSecond { get; init; } = 5;

    /// <summary>How long an issued dossier is asked about every day, for decisions after issue.</summary>
    [Range(0, 3650)]
    public int DailyDays { get; init; } = 30;

    /// <summary>How long after that it is asked about every week, counted from the issue.</summary>
    [Range(0, 3650)]
    public int WeeklyDays { get; init; } = 365;
}
