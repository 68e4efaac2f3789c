namespace LLTP.Hub.Core.Process;

/// <summary>The dossier states of the national portal (Cổng DVCQG); the numbers are the portal's.</summary>
public enum DossierState
{
    None = 0,
    Registered = 1,
    Accepted = 2,
    Refused = 3,
    InProcess = 4,
    SupplementAsked = 5,
    Withdrawn = 7,
    Stopped = 8,
    Finished = 9,
    HandedOver = 10,
}
