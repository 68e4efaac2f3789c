using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Core.Partners;

/// <summary>A partner that tells nothing by itself and is asked about one dossier at a time; what it says ends in the pipeline's AcceptAsync.</summary>
public interface IPollablePartner
{
    string Partner { get; }

    /// <summary>False when no answer came in the contract's words.</summary>
    Task<bool> PollAsync(DossierRow dossier, CancellationToken cancellation);
}
