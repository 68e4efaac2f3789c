using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>The hub's own signing key: hub.pem and hub.key.pem in the keys folder; made only in development.</summary>
public sealed class HubKeys(IOptions<HubOptions> options, TimeProvider clock)
{
    readonly Lazy<SigningKey> signing = new(() => Load(options.Value, clock));

    /// <exception cref="InvalidOperationException">The key is missing, or a development key outside development; the message names the file.</exception>
    public SigningKey Signing => signing.Value;

    public Trust TrustOf(SignedPartnerOptions partner) => Trust.FromPemFiles(partner.CertificateFiles, options.Value.IsDevelopment);

    static SigningKey Load(HubOptions hub, TimeProvider clock)
    {
        if (hub.IsDevelopment)
            DevelopmentKeys.EnsureFiles(hub.Keys, "hub", clock);
        var (certificate, secret) = (Path.Combine(hub.Keys, "hub.pem"), Path.Combine(hub.Keys, "hub.key.pem"));
        if (new[] { certificate, secret }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new InvalidOperationException($"The hub's key file '{missing}' is missing. Put the certificate and its key there; keys are generated only in Development.");
        var key = SigningKey.FromPem(certificate, secret);
        return hub.IsDevelopment || !DevelopmentKeys.IsDevelopment(key.Certificate)
            ? key
            : throw new InvalidOperationException($"'{certificate}' is a development certificate. It is refused outside Development.");
    }
}
