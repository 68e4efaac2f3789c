using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>When a delivery that did not succeed is tried again.</summary>
public sealed class RecoveryOptions
{
    public const string Section = "Recovery";

    /// <summary>Wait after the first attempt; doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Counted from the first attempt; then the delivery is parked for a person.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(72);
}
