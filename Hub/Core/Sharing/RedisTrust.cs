using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Core.Sharing;

/// <summary>Judges the certificate that Redis shows by authorities of the province's own.</summary>
static class RedisTrust
{
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <exception cref="System.Security.Cryptography.CryptographicException">The file holds no certificate.</exception>
    public static RemoteCertificateValidationCallback By(string authorityFile)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(authorityFile);
        return (_, shown, carried, errors) => shown is X509Certificate2 certificate
            && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && IsIssued(certificate, carried, authorities);
    }

    static bool IsIssued(X509Certificate2 certificate, X509Chain? carried, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        if (carried is not null)
            chain.ChainPolicy.ExtraStore.AddRange(carried.ChainPolicy.ExtraStore);
        return chain.Build(certificate);
    }
}
