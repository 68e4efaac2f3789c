using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>
/// The connections on which the hub calls a partner: its client certificate where one is configured, and whose servers it
/// believes.
/// </summary>
static class PartnerTls
{
    /// <exception cref="InvalidDataException">A development certificate outside development; the message names the file.</exception>
    public static SocketsHttpHandler Handler(TlsOptions tls, HubKeys keys, bool isDevelopment) => new()
    {
        // A client held for long must still see changes of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = Ssl(tls, keys, isDevelopment),
    };

    static SslClientAuthenticationOptions Ssl(TlsOptions tls, HubKeys keys, bool isDevelopment)
    {
        var ssl = new SslClientAuthenticationOptions();
        if (tls is { ClientCertificateFile: { } certificate, ClientKeyFile: { } key })
            ssl.ClientCertificateContext = SslStreamCertificateContext.Create(Own(certificate, key, isDevelopment), null, offline: true);
        // Asked for every handshake, because of two keys in succession the clock decides.
        else if (keys.Find(KeyPurpose.TlsClient) is not null)
            ssl.LocalCertificateSelectionCallback = (_, _, _, _, _) => keys.For(KeyPurpose.TlsClient).Certificate;
        if (tls.ServerAuthorityFiles.Count > 0)
            ssl.CertificateChainPolicy = Policy(Trust.FromPemFiles(tls.ServerAuthorityFiles, isDevelopment));
        return ssl;
    }

    static X509Certificate2 Own(string certificate, string key, bool isDevelopment)
    {
        var own = SigningKey.FromPem(certificate, key).Certificate;
        return isDevelopment || !DevelopmentKeys.IsDevelopment(own)
            ? own
            : throw new InvalidDataException($"'{certificate}' is a development certificate. It is refused outside Development.");
    }

    static X509ChainPolicy Policy(Trust servers)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(new X509Certificate2Collection(servers.Certificates.ToArray()));
        return policy;
    }
}
