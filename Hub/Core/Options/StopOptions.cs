using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How the hub stops when it is asked to.</summary>
public sealed class StopOptions
{
    public const string Section = "Stop";

    /// <summary>How long messages on their way may still take; then they are broken off, their outcome unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
