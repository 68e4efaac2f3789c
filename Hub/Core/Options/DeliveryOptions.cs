using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How one partner is sent to; named options, one per partner, bound from Partners:{Name}.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    public const string Section = "Partners";

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sends at once to this partner, of all nodes together, never two of one dossier.</summary>
    [Range(1, 64)]
    public int Concurrency { get; init; } = 8;

    /// <summary>What is done about a delivery whose outcome nobody knows.</summary>
    [EnumDataType(typeof(UnknownOutcome), ErrorMessage = "Unknown is none of AskThenRepeat, AskOnly and RepeatOnly.")]
    public UnknownOutcome Unknown { get; init; } = UnknownOutcome.AskThenRepeat;

    /// <summary>This partner's own pace; without it the general one counts.</summary>
    public RecoveryOptions? Recovery { get; init; }

    /// <summary>When the partner counts as down, and how often the hub looks whether it is back.</summary>
    public BreakerOptions Breaker { get; init; } = new();

    /// <summary>How many sends the partner takes in a span of time; all of them hold. Empty: as many as it answers.</summary>
    public IReadOnlyList<RateOptions> Rates { get; init; } = [];

    /// <summary>Hours of each day at which nothing is sent, such as a night closure.</summary>
    public IReadOnlyList<ClosureOptions> Closures { get; init; } = [];

    /// <summary>Announced times at which nothing is sent, each once.</summary>
    public IReadOnlyList<MaintenanceOptions> Maintenance { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. Breaker.Problems(), .. Rates.SelectMany(rate => rate.Problems()), .. Closures.SelectMany(closure => closure.Problems()),
        .. Maintenance.SelectMany(maintenance => maintenance.Problems()),
    ];
}
