using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace LLTP.Hub.Host;

/// <summary>The addresses on which the hub listens; on https it shows its certificate and asks for the caller's.</summary>
static class ServerTls
{
    /// <exception cref="InvalidOperationException">A development certificate outside development; the message names the file.</exception>
    public static void Listen(IWebHostBuilder host, HubOptions hub, SigningOptions signing)
    {
        host.UseUrls(hub.Doors, hub.Operations).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!hub.IsHttps)
            return;
        var certificate = signing.TlsServer is null ? Certificate(hub) : null;
        host.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            var services = kestrel.ApplicationServices;
            kestrel.ConfigureHttpsDefaults(https => Secure(https, certificate, services));
        });
    }

    static void Secure(HttpsConnectionAdapterOptions https, X509Certificate2? certificate, IServiceProvider services)
    {
        https.ServerCertificate = certificate;
        // Asked for every handshake, because of two keys in succession the clock decides.
        if (certificate is null)
            https.ServerCertificateSelector = (_, _) => services.GetRequiredService<HubKeys>().For(KeyPurpose.TlsServer).Certificate;
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        // The handshake proves the key only. Whose certificate it is, the doors judge, each by its partner's trust.
        https.ClientCertificateValidation = (_, _, _) => true;
    }

    static X509Certificate2 Certificate(HubOptions hub)
    {
        var files = hub is { ServerCertificateFile: { } certificate, ServerKeyFile: { } key }
            ? new KeyFiles(certificate, key)
            : DevelopmentKeys.EnsureFiles(hub.Keys, "hub-tls", TimeProvider.System);
        var own = SigningKey.FromPem(files.Certificate, files.Key).Certificate;
        return hub.IsDevelopment || !DevelopmentKeys.IsDevelopment(own)
            ? own
            : throw new InvalidOperationException($"'{files.Certificate}' is a development certificate, refused outside Development.");
    }
}
