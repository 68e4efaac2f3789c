using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>The hub's own keys by purpose, each opened once; the clock decides which key of a succession signs. Development keys are made only in development.</summary>
public sealed class HubKeys(IOptions<HubOptions> options, IOptions<SigningOptions> signing, PartnerTrusts trusts, TimeProvider clock) : IDisposable
{
    static readonly KeyPurpose[] Purposes = Enum.GetValues<KeyPurpose>();

    readonly ConcurrentDictionary<KeyPlace, Lazy<KeySuccession>> opened = [];
    readonly KeyPlace own = new()
    {
        Certificate = Path.Combine(options.Value.Keys, "hub.pem"), Key = Path.Combine(options.Value.Keys, "hub.key.pem"),
    };

    /// <summary>The key for SOAP.</summary>
    public SigningKey Signing => For(KeyPurpose.Soap);

    /// <summary>The hub's certificates, those that follow included; nothing is opened and missing files are left out.</summary>
    public IEnumerable<HubCertificate> Certificates =>
        from purpose in Purposes
        where PlaceOf(purpose) is not null
        from place in Succession(PlaceOf(purpose))
        where File.Exists(place.Certificate)
        select new HubCertificate(purpose, place.ReadCertificate(), place.From);

    /// <exception cref="InvalidOperationException">The key is missing or cannot be opened, or is a development key outside development.</exception>
    public SigningKey For(KeyPurpose purpose) => Find(purpose) ?? throw new InvalidOperationException($"No key is configured for {purpose}.");

    /// <summary>The key of a purpose that may have none: TLS.</summary>
    public SigningKey? Find(KeyPurpose purpose) => PlaceOf(purpose) is { } place ? Opened(place).At(clock.GetUtcNow()) : null;

    /// <summary>Opens every key, so that a missing one stops the start and not the first message.</summary>
    public void Open()
    {
        foreach (var purpose in Purposes)
            Find(purpose);
    }

    public Trust TrustOf(TrustOptions options) => trusts.Of(options);

    public void Dispose()
    {
        foreach (var keys in opened.Values.Where(lazy => lazy.IsValueCreated))
            keys.Value.Dispose();
    }

    KeyPlace? PlaceOf(KeyPurpose purpose) =>
        signing.Value.Of(purpose) ?? (purpose is KeyPurpose.TlsClient or KeyPurpose.TlsServer ? null : own);

    static IEnumerable<KeyPlace> Succession(KeyPlace? first)
    {
        for (var place = first; place is not null; place = place.Next)
            yield return place;
    }

    KeySuccession Opened(KeyPlace place) => opened.GetOrAdd(place, _ => new(() => Load(place))).Value;

    KeySuccession Load(KeyPlace place)
    {
        var hub = options.Value;
        if (place == own && hub.IsDevelopment)
            DevelopmentKeys.EnsureFiles(hub.Keys, "hub", clock);
        if (place == own && new[] { own.Certificate, own.Key }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new InvalidOperationException($"The hub's key file '{missing}' is missing. Put the certificate and its key there; keys are generated only in Development.");
        var keys = new KeySuccession(place);
        return hub.IsDevelopment || !keys.Certificates.Any(DevelopmentKeys.IsDevelopment)
            ? keys
            : throw new InvalidOperationException($"'{place.Certificate}' is a development certificate. It is refused outside Development.");
    }
}

/// <summary>One of the hub's own certificates, for partners to trust; From is set where it follows another.</summary>
public sealed record HubCertificate(KeyPurpose Purpose, X509Certificate2 Certificate, DateTimeOffset? From);
