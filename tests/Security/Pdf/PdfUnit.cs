using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>An issuing unit: its authority and certificates, valid today because foreign tools judge by the clock of the machine.</summary>
static class PdfUnit
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    public static readonly X509Certificate2 Authority = MakeAuthority();
    public static readonly X509Certificate2 Seal = Issue("CN=So Tu phap de thu", RSA.Create(2048));
    public static readonly X509Certificate2 Officer = Issue("CN=Nguoi ky de thu", RSA.Create(2048));
    public static readonly X509Certificate2 Stranger = Issue("CN=So Tu phap de thu", RSA.Create(2048));
    public static readonly Trust Trusted = new([Seal, Officer], allowDevelopment: false);

    public static X509Certificate2 Issue(string subject, RSA key, int firstDay = -1, int lastDay = 300) =>
        Issue(new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), firstDay, lastDay).CopyWithPrivateKey(key);

    public static X509Certificate2 Issue(string subject, ECDsa key) =>
        Issue(new CertificateRequest(subject, key, HashAlgorithmName.SHA256), -1, 300).CopyWithPrivateKey(key);

    public static PdfVerification Verify(byte[] file) => PdfVerifier.Verify(file, Trusted, Now);

    public static string? ReasonOf(byte[] file) => Verify(file).Refusal?.Reason;

    static X509Certificate2 Issue(CertificateRequest request, int firstDay, int lastDay)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        var signer = X509SignatureGenerator.CreateForRSA(Authority.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        return request.Create(Authority.SubjectName, signer, Now.AddDays(firstDay), Now.AddDays(lastDay), RandomNumberGenerator.GetBytes(8));
    }

    static X509Certificate2 MakeAuthority()
    {
        var request = new CertificateRequest("CN=CA de thu", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request.CreateSelfSigned(Now.AddDays(-400), Now.AddDays(400));
    }
}
