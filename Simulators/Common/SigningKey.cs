using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Certificate and private key of a simulator; the name in it says that nobody may believe it in earnest.</summary>
sealed class SigningKey(X509Certificate2 certificate)
{
    public byte[] RawCertificate { get; } = certificate.RawData;

    /// <summary>The private key; to be disposed of by the caller.</summary>
    public RSA Private() =>
        certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The certificate has no RSA private key.");

    /// <summary>Reads keys/name.pem and keys/name.key.pem, or makes both when they are absent.</summary>
    public static SigningKey Ensure(string folder, string name, TimeProvider clock)
    {
        var certificateFile = Path.Combine(folder, name + ".pem");
        var keyFile = Path.Combine(folder, name + ".key.pem");
        if (!File.Exists(certificateFile) || !File.Exists(keyFile))
            Create(folder, certificateFile, keyFile, name, clock.GetUtcNow());
        return new(X509Certificate2.CreateFromPemFile(certificateFile, keyFile));
    }

    static void Create(string folder, string certificateFile, string keyFile, string name, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest($"CN=KHONG DUNG THAT, O={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddYears(1));
        using (var writer = new StreamWriter(keyFile, OwnerOnly()))
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
    }

    static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
