namespace LLTP.Hub.Core.Process;

/// <summary>What people have to look at after an event, beside the process itself.</summary>
public enum WorkItemKind
{
    RefundCase,
    PartnerRejected,
    PartnerConflict,
    UnmappedCode,
    UnknownReply,
    GaveUp,
    ClosedDossier,
    ContentConflict,

    /// <summary>The partner's contract has no message for what happened.</summary>
    TellByHand,

    Reconciliation,
    /// <summary>The citizen is asked a second time: the national on-time index counts the dossier as late.</summary>
    SecondSupplement,
    DeadlineNear,
    DeadlineMissed,

    /// <summary>A certificate was taken although a rule warns of it.</summary>
    CertificateDoubt,

    /// <summary>A decision or re-issue for a dossier or certificate that the hub does not know was refused.</summary>
    UnknownCertificate,

    /// <summary>The LLTP software shows a decision about a certificate that nobody has reported.</summary>
    UnreportedDecision,

    /// <summary>The citizen has not answered a request for a supplement; only an officer may stop the dossier.</summary>
    SupplementUnanswered,
}

/// <summary>One row of the process table: at these states, this event of this sender leads there and makes the hub owe these messages.</summary>
/// <param name="At">States at which the row applies.</param>
/// <param name="To">State afterwards; null keeps the state.</param>
/// <param name="Step">Step of Quy trình 570 that people see afterwards; null keeps the step.</param>
public sealed record ProcessRow(
    IReadOnlyList<DossierState> At, EventKind On, string From, DossierState? To, int? Step, IReadOnlyList<Owed> Owes)
{
    public WorkItemKind? WorkItem { get; init; }

    /// <summary>The row is skipped when the applicant asked for a paper copy: handing over is then the officer's act.</summary>
    public bool UnlessPaper { get; init; }

    /// <summary>The row belongs to a look-up over the hub: it begins only where the partners offer one.</summary>
    public bool IsLookup { get; init; }

    public DossierState StateAfter(DossierState before) => To ?? before;
}
