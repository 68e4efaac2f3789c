namespace LLTP.Hub.Core.Partners;

/// <summary>A partner that gives dossiers their numbers.</summary>
public interface INumberingPartner
{
    /// <summary>A number of the partner's own series, never given before; null when it could not be had.</summary>
    Task<string?> NextNumberAsync(CancellationToken cancellation);
}
