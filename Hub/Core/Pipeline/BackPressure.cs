using LLTP.Hub.Core.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>What the hub measures of its store. Free and total bytes are null where no disk of ours holds the data.</summary>
/// <param name="CommitP95">95th percentile of the commits of the last ten seconds, those that still wait included.</param>
public sealed record Measured(TimeSpan CommitP95, long? FreeBytes, long? TotalBytes);

/// <summary>Whether the hub still takes messages in. Pure.</summary>
public static class BackPressure
{
    public const string SlowCommits = nameof(SlowCommits);
    public const string DiskAlmostFull = nameof(DiskAlmostFull);

    /// <summary>Null when it does.</summary>
    public static string? Decide(PressureOptions options, Measured measured) => measured switch
    {
        { FreeBytes: { } free } when free < options.LeastFreeBytes => DiskAlmostFull,
        { FreeBytes: { } free, TotalBytes: { } total } when free / 100.0 < total / 10_000.0 * options.LeastFreePercent => DiskAlmostFull,
        _ when measured.CommitP95 > options.SlowestCommit => SlowCommits,
        _ => null,
    };
}
