using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security.Keys;

public sealed class KeyPlaceTests : IDisposable
{
    static readonly DateTimeOffset Switch = Samples.Now.AddDays(10);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    readonly string certificate;
    readonly string key;

    public KeyPlaceTests()
    {
        certificate = Write("hub.pem", Samples.Partner.Certificate.ExportCertificatePem());
        key = Write("hub.key.pem", Pkcs8(Samples.Partner));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_key_opens_from_PEM_from_encrypted_PEM_and_from_PFX()
    {
        var password = Write("mat-khau", "mat-khau\n");
        using var rsa = Samples.Partner.Certificate.GetRSAPrivateKey();
        var encrypted = Write("khoa", rsa?.ExportEncryptedPkcs8PrivateKeyPem("mat-khau", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)) ?? "");
        var both = Path.Combine(folder.FullName, "khoa.pfx");
        File.WriteAllBytes(both, Samples.Partner.Certificate.Export(X509ContentType.Pfx, "mat-khau"));
        KeyPlace[] places =
        [
            new() { Certificate = certificate, Key = key },
            new() { Certificate = certificate, Key = encrypted, PasswordFile = password },
            new() { Certificate = both, PasswordFile = password },
        ];
        Assert.All(places, place =>
        {
            Assert.Empty(KeyPlaceCheck.Problems("Signing:Xml", place));
            using var opened = place.Open();
            Assert.Null(Samples.RefusalOf(Samples.SignedRequest(opened)));
            Assert.Equal(Samples.Partner.Certificate.Thumbprint, place.ReadCertificate().Thumbprint);
        });
    }

    [Fact]
    public void The_clock_decides_which_key_of_a_succession_signs_and_a_partner_who_pins_both_believes_both()
    {
        var next = new KeyPlace { Certificate = Write("next.pem", Samples.Stranger.Certificate.ExportCertificatePem()), Key = Write("next.key", Pkcs8(Samples.Stranger)), From = Switch };
        var place = new KeyPlace { Certificate = certificate, Key = key, Next = next };
        Assert.Empty(KeyPlaceCheck.Problems("Signing:Xml", place));
        using var keys = new KeySuccession(place);
        Assert.Equal(Samples.Partner.Certificate.Thumbprint, keys.At(Switch.AddTicks(-1)).Certificate.Thumbprint);
        Assert.Equal(Samples.Stranger.Certificate.Thumbprint, keys.At(Switch).Certificate.Thumbprint);

        var pins = Trust.FromPemFiles([certificate, next.Certificate], false);
        Assert.All([Switch.AddDays(-1), Switch], at =>
            Assert.Null(XmlVerifier.VerifyEnveloped(Samples.SignedRequest(keys.At(at)), pins, at).Refusal));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var place = new KeyPlace
        {
            Certificate = certificate, Key = "khong-co", Pkcs11 = "pkcs11:token=a?pin-value=1234", PinFile = Write("pin", "1234\n"), PasswordFile = "khong-co-nua",
            Next = new() { Certificate = "khong-co.pem" },
        };
        var problems = KeyPlaceCheck.Problems("Signing:Soap", place).ToList();
        Assert.Equal(7, problems.Count);
        Assert.All(["exclude each other", "without a query", "line end", "'khong-co'", "'khong-co-nua'", "Next:Certificate", "Next:From"],
            words => Assert.Single(problems, problem => problem.Contains(words)));
        Assert.DoesNotContain(problems, problem => problem.Contains("1234"));
    }

    [Fact]
    public void A_switch_outside_the_time_of_a_certificate_is_refused()
    {
        var next = new KeyPlace { Certificate = certificate, Key = key, From = Samples.Now.AddDays(31) };
        var problem = Assert.Single(KeyPlaceCheck.Problems("Signing:Xml", new KeyPlace { Certificate = certificate, Key = key, Next = next }));
        Assert.Contains("within the time of both certificates", problem);
    }

    [Fact]
    public void A_key_that_is_not_the_certificates_is_refused_by_name()
    {
        var place = new KeyPlace { Certificate = certificate, Key = Write("khac.key", Pkcs8(Samples.Stranger)) };
        Assert.Contains(certificate, Assert.Throws<InvalidOperationException>(place.Open).Message);
    }

    static string Pkcs8(SigningKey key)
    {
        using var rsa = key.Certificate.GetRSAPrivateKey();
        return rsa?.ExportPkcs8PrivateKeyPem() ?? throw new ArgumentException("Not RSA.");
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
