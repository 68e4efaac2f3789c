namespace LLTP.Hub.Core.Repair;

/// <summary>Who repairs, and why; both are mandatory, and both stay in the sealed payloads: the history holds their hash only.</summary>
public sealed record RepairAct(string Officer, string Reason)
{
    public const int LongestOfficer = 100;
    public const int LongestReason = 500;

    /// <summary>Null when the act may be done.</summary>
    public RepairRefusal? Objection =>
        string.IsNullOrWhiteSpace(Officer) || Officer.Length > LongestOfficer ? RepairRefusal.OfficerMissing
        : string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason ? RepairRefusal.ReasonMissing
        : null;
}

/// <summary>Kinds of acts; the history writes them after "Repair".</summary>
public enum ActKind
{
    Retried,
    Skipped,
    CorrectedByHand,
    StatesInserted,
    Edited,
    Revealed,
    TaskStarted,
    TaskCancelled,
    Released,
    WorkItemClosed,
    RestoreMarked,
    HoldLifted,
    LookupEntered,
    LookupAnswered,
    DossierStopped,
    CatalogueChanged,
}

/// <summary>What an act was done to.</summary>
/// <param name="Detail">Codes and identifiers only.</param>
public sealed record ActTarget(string? Dossier = null, string? Partner = null, string? Delivery = null, string? Detail = null);
