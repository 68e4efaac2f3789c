using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Tests.Security.Trusting;

static class KeyText
{
    public static ECDsa PrivateKey(this X509Certificate2 certificate) =>
        certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no key of a curve.");

    public static X509Certificate2 SelfSigned(this ECDsa key, string subject, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(TestAuthority.Now.AddYears(-1), TestAuthority.Now.AddYears(1));
    }
}
