using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>How partners are compared with the hub.</summary>
public sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>Questions per second to one partner; 0 is without a limit.</summary>
    [Range(0, 1000)]
    public int PerSecond { get; init; } = 5;
}
