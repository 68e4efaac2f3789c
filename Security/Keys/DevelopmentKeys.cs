using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Self-signed keys for trying things out; their certificates say so and are refused outside development.</summary>
public static class DevelopmentKeys
{
    const string Warning = "KHONG DUNG THAT";
    const string CommonName = "2.5.4.3";
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>A new RSA-2048 key with a certificate for one year.</summary>
    public static SigningKey Create(string partner, TimeProvider clock)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Subject(partner), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var now = clock.GetUtcNow();
        return new SigningKey(request.CreateSelfSigned(now - ClockTolerance, now.AddYears(1)));
    }

    /// <summary>Writes NAME.pem and NAME.key.pem (PKCS#8, mode 0600) unless both exist; one process at a time per folder.</summary>
    public static KeyFiles EnsureFiles(string folder, string name, TimeProvider clock)
    {
        var files = new KeyFiles(Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".key.pem"));
        if (File.Exists(files.Certificate) && File.Exists(files.Key)) return files;
        Directory.CreateDirectory(folder);
        using var created = Create(name, clock);
        using var key = created.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("A new key has no private part.");
        Write(files.Key, key.ExportPkcs8PrivateKeyPem(), ownerOnly: true);
        Write(files.Certificate, created.Certificate.ExportCertificatePem(), ownerOnly: false);
        return files;
    }

    public static bool IsDevelopment(X509Certificate2 certificate) => certificate.SubjectName
        .EnumerateRelativeDistinguishedNames()
        .Any(part => !part.HasMultipleElements && part.GetSingleElementType().Value == CommonName
            && part.GetSingleElementValue() == Warning);

    static X500DistinguishedName Subject(string partner)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(Warning);
        subject.AddOrganizationName(partner);
        return subject.Build();
    }

    // Written aside and moved, so that a reader never meets half a file.
    static void Write(string path, string pem, bool ownerOnly)
    {
        string aside = path + ".new";
        File.Delete(aside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(aside, options)) writer.WriteLine(pem);
        File.Move(aside, path, overwrite: true);
    }
}

/// <summary>Where the certificate and the private key of one name stand.</summary>
public sealed record KeyFiles(string Certificate, string Key);
