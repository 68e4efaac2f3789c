using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How one partner is sent to; named options, one per partner, bound from Partners:{Name}.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Partners";

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sends at once to this partner, never two of one dossier.</summary>
    [Range(1, 64)]
    public int Concurrency { get; init; } = 8;

    /// <summary>What is done about a delivery whose outcome nobody knows.</summary>
    [EnumDataType(typeof(UnknownOutcome), ErrorMessage = "Unknown is none of AskThenRepeat, AskOnly and RepeatOnly.")]
    public UnknownOutcome Unknown { get; init; } = UnknownOutcome.AskThenRepeat;

    /// <summary>This partner's own pace; without it the general one counts.</summary>
    public RecoveryOptions? Recovery { get; init; }
}
