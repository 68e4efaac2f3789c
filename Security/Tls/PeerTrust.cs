using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>
/// Which TLS certificates are believed at the other end of a connection: pinned ones, or ones that chain to given authorities and may
/// be used by TLS clients. The handshake has proved the key; nothing is fetched from the network.
/// </summary>
public sealed class PeerTrust(Trust pinned, IReadOnlyList<X509Certificate2> authorities)
{
    const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public bool IsEmpty => pinned.Certificates.Count == 0 && authorities.Count == 0;

    /// <summary>Reads PEM files; a file without a certificate is an error that names the file.</summary>
    public static PeerTrust FromPemFiles(IEnumerable<string> pinned, IEnumerable<string> authorities, bool allowDevelopment) =>
        new(Trust.FromPemFiles(pinned, allowDevelopment), Trust.FromPemFiles(authorities, allowDevelopment).Certificates);

    /// <summary>
    /// False for no certificate, a stranger's, one that is not valid at this time, and a development certificate outside development.
    /// </summary>
    public bool Accepts(X509Certificate2? certificate, DateTimeOffset at) => certificate is not null
        && (pinned.Accept(certificate.RawData, [], CertificatePurpose.TlsClient, at).Holds || (authorities.Count > 0 && ChainsUp(certificate, at)));

    bool ChainsUp(X509Certificate2 certificate, DateTimeOffset at)
    {
        if (!pinned.AllowDevelopment && DevelopmentKeys.IsDevelopment(certificate)) return false;
        using var chain = new X509Chain { ChainPolicy = Policy(at) };
        return chain.Build(certificate);
    }

    X509ChainPolicy Policy(DateTimeOffset at)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = at.UtcDateTime,
        };
        policy.CustomTrustStore.AddRange(new X509Certificate2Collection(authorities.ToArray()));
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        return policy;
    }
}
