namespace LLTP.Hub.Core.Process;

/// <summary>What can happen to a dossier: messages of partners, and outcomes of the hub's own deliveries.</summary>
public enum EventKind
{
    Submitted,
    Resubmitted,
    Accepted,
    Refused,
    SupplementAsked,
    Withdrawn,
    Stopped,
    DossierReceived,
    DossierRejected,
    UpdateConflict,
    CorrectedByHand,
    LookupAsked,
    LookupTaken,
    LookupInterim,
    LookupAnswered,
    Issued,
    ResultAcknowledged,
    HandedOver,
    Reissued,

    /// <summary>TTHC says what its own display shows; nothing else changes.</summary>
    Shown,

    /// <summary>A decision about an issued certificate: supplement, correction, revocation or cancellation.</summary>
    Decided,
}
