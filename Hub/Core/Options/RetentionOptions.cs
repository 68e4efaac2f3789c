using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How long the hub remembers.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Identities of received messages with their answers; a message repeated later than this counts as new.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan Messages { get; init; } = TimeSpan.FromDays(5 * 366);
}
