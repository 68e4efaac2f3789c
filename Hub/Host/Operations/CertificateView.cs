using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Operations;

/// <summary>One of the hub's public certificates, now or next, as partners need it to trust the hub.</summary>
sealed record CertificateView(string Purpose, DateTimeOffset? From, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Sha256, string Pem)
{
    public static CertificateView Of(HubCertificate one) => new(
        one.Purpose.ToString(), one.From, one.Certificate.NotBefore, one.Certificate.NotAfter,
        Fingerprint.Sha256Hex(one.Certificate.RawDataMemory.Span), one.Certificate.ExportCertificatePem());
}
