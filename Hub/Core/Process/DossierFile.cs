using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Process;

/// <summary>Everything of one dossier that decisions need, read in one transaction.</summary>
public sealed record DossierFile(DossierRow Row, IReadOnlyList<DeliveryRow> Deliveries, IReadOnlyList<LookupRow> Lookups)
{
    public DossierState State => (DossierState)Row.State;

    /// <summary>The process that the dossier was opened under and finishes under.</summary>
    public ProcessProfile Process => ProcessTable.Of(Row.Profile);

    /// <summary>Requests for supplements so far, oldest first; read only for dossiers that were submitted more than once.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Whether the version before a re-submission asked for a paper copy.</summary>
    public bool PaperBefore { get; init; }

    /// <summary>All certificates of a dossier that has one, the oldest first.</summary>
    public IReadOnlyList<CertificateRow> Certificates { get; init; } = [];

    /// <summary>The content of the latest application is still here: it was not erased, and the dossier not imported without it.</summary>
    public bool HoldsContent { get; init; } = true;

    /// <summary>The newest certificate; null before the first, and for dossiers imported without any.</summary>
    public CertificateRow? Certificate => Certificates.FirstOrDefault(certificate => certificate.Number == Row.CertificateNo);

    /// <summary>The LLTP software has the dossier, may have it, or will get it.</summary>
    public bool LltpHasDossier => Row.LltpId is not null || Deliveries.Any(delivery =>
        MessageKind.IsLltpDossier(delivery.Kind) && delivery.State != DeliveryState.Cancelled && !delivery.NeverArrived);

    /// <summary>A dossier was at least tried to be sent to the LLTP software.</summary>
    public bool LltpMayHaveDossier => Row.LltpId is not null || Deliveries.Any(delivery =>
        MessageKind.IsLltpDossier(delivery.Kind) && delivery.State != DeliveryState.Cancelled && !delivery.NeverArrived && !delivery.NeverAttempted);

    public bool LookupOpen => Lookups.Any(lookup => lookup.State == LookupState.Open);

    /// <summary>Deliveries that this event shows to have arrived although the hub has not heard so yet.</summary>
    public IEnumerable<DeliveryRow> ProvedBy(EventKind on, string from, string? requestId) => Deliveries.Where(delivery =>
        delivery.MayHaveArrived
        && ProcessTable.Presupposes(on, from, delivery.Kind, delivery.ShowState)
        // Handing over a certificate does not prove that the one re-issued in its place has arrived.
        && !(delivery.Kind == MessageKind.TthcCertificate && delivery.Reference is not null)
        && (requestId is null || delivery.Kind != MessageKind.V06Lookup || delivery.Id == requestId));
}
