namespace LLTP.Hub.Core.Partners;

/// <summary>A partner that can be asked what it holds of a dossier.</summary>
public interface IHoldingPartner
{
    /// <param name="dossier">The dossier's number.</param>
    /// <param name="reference">The request it is about, where the partner holds requests; else empty.</param>
    /// <param name="cancellation">Ends the question.</param>
    Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation);
}

/// <summary>A partner that lists what changed there.</summary>
public interface IListingPartner
{
    /// <summary>Null when the partner could not say.</summary>
    Task<IReadOnlyList<Holding>?> ChangedAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Ticks off entries that the hub has too, where the partner keeps its list until then.</summary>
    Task TickOffAsync(IReadOnlyList<Holding> agreed, CancellationToken cancellation);
}
