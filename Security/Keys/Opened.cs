using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Foreign bytes as certificates and keys; what is none is null.</summary>
static class Opened
{
    public static X509Certificate2? Certificate(byte[] raw) => Try(() => X509CertificateLoader.LoadCertificate(raw));

    /// <summary>SubjectPublicKeyInfo of an RSA key.</summary>
    public static byte[]? Key(RSAParameters parameters) => Try(() =>
    {
        using var key = RSA.Create(parameters);
        return key.ExportSubjectPublicKeyInfo();
    });

    /// <summary>SubjectPublicKeyInfo of a key on a named curve.</summary>
    public static byte[]? Key(ECParameters parameters) => Try(() =>
    {
        using var key = ECDsa.Create(parameters);
        return key.ExportSubjectPublicKeyInfo();
    });

    static T? Try<T>(Func<T> open) where T : class
    {
        try
        {
            return open();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
