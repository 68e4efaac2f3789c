namespace LLTP.Hub.Simulators.Common;

/// <summary>Where a clerk makes dossiers of citizens who come in person or write.</summary>
interface ICounter
{
    /// <summary>Null when the hub refuses the dossier.</summary>
    Task<DossierCase?> ApplyAsync(int index, Scenario scenario, CancellationToken cancellation);
}
