using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Partners;

/// <summary>One delivery as an adapter gets it; content and files are loaded only when asked for.</summary>
/// <param name="DeliveryId">Message identity over all attempts (wsa:MessageID, Idempotency-Key, MaYeuCau).</param>
/// <param name="Reference">What the message refers to at the partner, such as a look-up id.</param>
/// <param name="Hint">What an earlier reply asked this attempt to do differently.</param>
public sealed record Outgoing(
    string DeliveryId, string Kind, int Attempt, string? Reference, string? Hint, DossierFacts Dossier, ContentSource Source);

/// <summary>Opens the sealed content of a delivery.</summary>
public sealed record ContentSource(
    Func<CancellationToken, Task<Application>> Application,
    Func<CancellationToken, Task<Content?>> Content,
    Func<IEnumerable<FileRef>, CancellationToken, Task<FileSource>> Files);
