using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class KeysTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Development_keys_are_written_once_and_load_again()
    {
        var files = DevelopmentKeys.EnsureFiles(folder.FullName, "v06", new FixedClock(Samples.Now));
        string before = File.ReadAllText(files.Certificate);
        Assert.Equal(files, DevelopmentKeys.EnsureFiles(folder.FullName, "v06", new FixedClock(Samples.Now.AddDays(1))));
        Assert.Equal(before, File.ReadAllText(files.Certificate));
        using var key = SigningKey.FromPem(files.Certificate, files.Key);
        var trust = Trust.FromPemFiles([files.Certificate], allowDevelopment: true);
        Assert.Null(XmlVerifier.VerifyEnveloped(Samples.SignedRequest(key), trust, Samples.Now).Refusal);
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public void Only_the_owner_may_read_a_development_key()
    {
        var files = DevelopmentKeys.EnsureFiles(folder.FullName, "lltp", new FixedClock(Samples.Now));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(files.Key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_development_certificate_says_so_and_lasts_one_year()
    {
        var certificate = Samples.Development.Certificate;
        Assert.Equal("CN=KHONG DUNG THAT, O=V06", certificate.Subject);
        Assert.Equal(Samples.Now.AddYears(1).UtcDateTime, certificate.NotAfter.ToUniversalTime());
        Assert.True(DevelopmentKeys.IsDevelopment(certificate));
        Assert.False(DevelopmentKeys.IsDevelopment(Samples.Partner.Certificate));
    }

    [Fact]
    public void A_key_loads_from_a_PFX_file()
    {
        string path = Path.Combine(folder.FullName, "khoa.pfx");
        File.WriteAllBytes(path, Samples.Partner.Certificate.Export(X509ContentType.Pfx, "mat-khau"));
        using var key = SigningKey.FromPfx(path, "mat-khau");
        Assert.Null(Samples.RefusalOf(Samples.SignedRequest(key)));
    }

    [Fact]
    public void A_partner_may_have_several_certificates()
    {
        string path = Path.Combine(folder.FullName, "hai.pem");
        File.WriteAllLines(path, [Samples.Stranger.Certificate.ExportCertificatePem(), Samples.Partner.Certificate.ExportCertificatePem()]);
        var trust = Trust.FromPemFiles([path], allowDevelopment: false);
        Assert.Null(XmlVerifier.VerifyEnveloped(Samples.SignedRequest(Samples.Partner), trust, Samples.Now).Refusal);
        Assert.Null(XmlVerifier.VerifyEnveloped(Samples.SignedRequest(Samples.Stranger), trust, Samples.Now).Refusal);
    }

    [Fact]
    public void A_file_without_certificate_is_named()
    {
        string path = Path.Combine(folder.FullName, "trong.pem");
        File.WriteAllText(path, "");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => Trust.FromPemFiles([path], false)).Message);
    }

    [Fact]
    public void A_certificate_without_private_key_cannot_sign()
    {
        using var bare = X509CertificateLoader.LoadCertificate(Samples.Partner.Certificate.RawData);
        Assert.Throws<InvalidDataException>(() => new SigningKey(bare));
    }
}
