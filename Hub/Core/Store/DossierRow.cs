using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Core.Store;

/// <summary>A row of the table dossier. Times are UTC milliseconds; the certificate is the content of the event that issued it.</summary>
public sealed record DossierRow
{
    public string Number { get; init; } = "";
    public string Profile { get; init; } = ProcessTable.Quy570;
    public string Province { get; init; } = "";
    public int Version { get; init; }
    public int State { get; init; }
    public int? Step { get; init; }
    public bool Paper { get; init; }
    public long ReceivedAt { get; init; }
    public long? AcceptedAt { get; init; }
    public long EventAt { get; init; }
    public string? DueDate { get; init; }
    public string? TthcDueDate { get; init; }
    public string? LltpId { get; init; }
    public string? CertificateNo { get; init; }
    public string? Certificate { get; init; }
    public long ChangedSeq { get; init; }
    public long RowVersion { get; init; }

    /// <summary>Who sent it: VNeID, or TTHC for dossiers of the counter, the post and the provincial portal.</summary>
    public string Origin { get; init; } = Partner.Vneid;

    /// <summary>The TTHC system that holds it.</summary>
    public string Tthc { get; init; } = Partner.Tthc;

    public DateOnly? Due => Clock.Day(DueDate);

    public DateTimeOffset? Accepted => AcceptedAt is { } at ? Clock.Time(at) : null;
}
