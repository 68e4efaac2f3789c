using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Keys that never leave their token: HSM or USB, through OpenSSL's engine "pkcs11" (libp11).</summary>
/// <remarks>The engine reads PKCS11_MODULE_PATH, and the module its own variables, from the environment the process was started with.</remarks>
static class TokenKey
{
    const string Engine = "pkcs11";

    /// <exception cref="CryptographicException">The token, the key or the PIN is not right, or the key does not belong to the certificate.</exception>
    public static SigningKey Open(string certificateFile, string uri, string pinFile)
    {
        if (!OperatingSystem.IsLinux()) throw new ArgumentException("Keys in tokens need OpenSSL on Linux.");
        // The engine writes the address it was given to standard error when it fails: the PIN must be a file's name there.
        using var handle = SafeEvpPKeyHandle.OpenPrivateKeyFromEngine(
            Engine, $"{uri}?pin-source=file:{Uri.EscapeDataString(Path.GetFullPath(pinFile))}");
        var certificate = CertificateFile.Read(certificateFile)[0];
        using var publicKey = certificate.GetRSAPublicKey();
        if (publicKey is not null)
        {
            using var key = new RSAOpenSsl(handle);
            return new(certificate.CopyWithPrivateKey(key));
        }
        using var curve = new ECDsaOpenSsl(handle);
        return new(certificate.CopyWithPrivateKey(curve));
    }
}
