using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>When the hub takes no more messages in, because it could not keep them.</summary>
public sealed class PressureOptions
{
    public const string Section = "Pressure";

    /// <summary>95th percentile of the commits of the last ten seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan SlowestCommit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Free space on the disk of the embedded database, in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long LeastFreeBytes { get; init; } = 1L << 30;

    [Range(0, 90)]
    public int LeastFreePercent { get; init; } = 5;
}
