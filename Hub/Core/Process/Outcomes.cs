namespace LLTP.Hub.Core.Process;

/// <summary>Outcomes of deliveries are events of the process table.</summary>
public static class Outcomes
{
    /// <summary>What it means for the dossier that a delivery arrived; null when it means nothing there.</summary>
    public static EventKind? Delivered(string kind, DossierState? show) => kind switch
    {
        MessageKind.LltpDossier or MessageKind.LltpUpdate => EventKind.DossierReceived,
        MessageKind.V06Lookup => EventKind.LookupTaken,
        MessageKind.VneidResult when show == DossierState.Finished => EventKind.ResultAcknowledged,
        _ => null,
    };

    /// <summary>What it means for the dossier that a partner said no.</summary>
    public static EventKind? Refused(string kind) => kind switch
    {
        MessageKind.LltpDossier => EventKind.DossierRejected,
        MessageKind.LltpUpdate => EventKind.UpdateConflict,
        _ => null,
    };
}
