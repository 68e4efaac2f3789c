using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;
using Case = LLTP.Hub.Tests.Security.Trusting.AuthorityCase;

namespace LLTP.Hub.Tests.Security.Trusting;

/// <summary>Revocation lists as OpenSSL makes them: RSA, PEM and DER, with and without a distribution point.</summary>
public sealed class ForeignListTests : IDisposable
{
    const string Address = "http://crl.example.vn/nguoi-dung.crl";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    readonly X509Certificate2 root;

    public ForeignListTests()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=CA OpenSSL", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        root = request.CreateSelfSigned(Case.Now.AddYears(-1), Case.Now.AddYears(20));
        Write("ca.pem", root.ExportCertificatePem());
        Write("ca.key", key.ExportPkcs8PrivateKeyPem());
        Write("index.txt", "R\t460101000000Z\t261101000000Z,keyCompromise\t0A1B\tunknown\t/CN=Bi thu hoi\n");
        Write("number", "1000\n");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("pem", "0A1B", SignatureRefusalCode.CertificateRevoked)]
    [InlineData("der", "0A1B", SignatureRefusalCode.CertificateRevoked)]
    [InlineData("pem", "0A1C", null)]
    public void A_list_of_OpenSSL_is_read(string form, string serial, SignatureRefusalCode? expected) =>
        Assert.Equal(expected, Judge(Made(form, ""), serial, null));

    [Theory]
    [InlineData(Address, SignatureRefusalCode.CertificateRevoked)]
    [InlineData("http://crl.example.vn/khac.crl", SignatureRefusalCode.RevocationUnknown)]
    [InlineData(null, SignatureRefusalCode.RevocationUnknown)]
    public void A_list_for_one_distribution_point_speaks_only_for_certificates_that_name_it(string? named, SignatureRefusalCode expected) =>
        Assert.Equal(expected, Judge(Made("der", $"fullname=URI:{Address}"), "0A1B", named));

    [Theory]
    [InlineData("onlyuser=TRUE", SignatureRefusalCode.CertificateRevoked)]
    [InlineData("onlyCA=TRUE", SignatureRefusalCode.RevocationUnknown)]
    [InlineData("onlysomereasons=keyCompromise", SignatureRefusalCode.RevocationUnknown)]
    [InlineData("indirectCRL=TRUE", SignatureRefusalCode.RevocationUnknown)]
    public void A_list_with_a_limit_counts_only_where_the_limit_is_understood(string limit, SignatureRefusalCode expected) =>
        Assert.Equal(expected, Judge(Made("der", limit), "0A1B", null));

    SignatureRefusalCode? Judge(byte[] list, string serial, string? address)
    {
        using var signer = root.GetRSAPrivateKey() ?? throw new InvalidOperationException("The root has no key.");
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Case.PartnerName, own, HashAlgorithmName.SHA256);
        if (address is not null)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address]));
        using var issued = request.Create(root.SubjectName, X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1),
            Case.Now.AddDays(-30), Case.Now.AddYears(10), Convert.FromHexString(serial));
        using var key = new SigningKey(issued.CopyWithPrivateKey(own));
        using var bare = X509CertificateLoader.LoadCertificate(root.RawData);
        return Case.Judge(Case.TrustIn([bare], list), key);
    }

    byte[] Made(string form, string limit)
    {
        var extensions = limit.Length == 0 ? "" : $"crl_extensions = ext\n[ext]\nissuingDistributionPoint = critical,@point\n[point]\n{limit.Replace("fullname=", "fullname = ")}\n";
        Write("ca.cnf", $"[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\ncrlnumber = number\ncertificate = ca.pem\nprivate_key = ca.key\n"
            + $"default_md = sha256\ndefault_crl_days = 3650\n{extensions}");
        Run("ca", "-config", "ca.cnf", "-gencrl", "-out", "list.pem");
        if (form == "der") Run("crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der");
        return File.ReadAllBytes(Path.Combine(folder.FullName, $"list.{form}"));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder.FullName, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("openssl could not be started.");
        var words = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, words);
    }
}
