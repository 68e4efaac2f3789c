using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store;

/// <summary>States of a delivery.</summary>
public static class DeliveryState
{
    public const string Waiting = "Waiting";
    public const string InFlight = "InFlight";
    public const string Delivered = "Delivered";
    public const string OutcomeUnknown = "OutcomeUnknown";
    public const string Parked = "Parked";
    public const string Cancelled = "Cancelled";

    /// <summary>All states in which something may still happen.</summary>
    public static readonly IReadOnlyList<string> Open = [Waiting, InFlight, OutcomeUnknown, Parked];
}

/// <summary>A row of the table delivery, without any payload. DueAt is null while a message of the same dossier and partner stands before it.</summary>
public sealed record DeliveryRow
{
    public long Seq { get; init; }
    public string Id { get; init; } = "";
    public string Dossier { get; init; } = "";
    public int Version { get; init; }
    public string Partner { get; init; } = "";
    public string Kind { get; init; } = "";
    public int? Show { get; init; }
    public string State { get; init; } = DeliveryState.Waiting;
    public string? Reason { get; init; }
    public long? DueAt { get; init; }
    public long? LeaseUntil { get; init; }
    public int Attempt { get; init; }
    public bool MaybeDone { get; init; }
    public long OwedAt { get; init; }
    public long? FirstAttemptAt { get; init; }
    public long? DoneAt { get; init; }
    public long EventSeq { get; init; }
    public string? Content { get; init; }
    public string? Reference { get; init; }
    public string? Hint { get; init; }
    public long Size { get; init; }

    public DossierState? ShowState => (DossierState?)Show;

    public bool IsOpen => State is not (DeliveryState.Delivered or DeliveryState.Cancelled);

    public bool NeverAttempted => State == DeliveryState.Waiting && Attempt == 0;

    /// <summary>The partner said no, or the message could not even be written: parked, and certainly without effect.</summary>
    public bool NeverArrived => State == DeliveryState.Parked
        && (Reason == nameof(WorkItemKind.PartnerRejected) || (Reason == nameof(WorkItemKind.UnmappedCode) && !MaybeDone));

    /// <summary>It was tried and nobody knows that it failed.</summary>
    public bool MayHaveArrived => IsOpen && Attempt > 0 && !WasRefused;

    bool WasRefused => State == DeliveryState.Parked && Reason is nameof(WorkItemKind.PartnerRejected) or nameof(WorkItemKind.PartnerConflict);}
