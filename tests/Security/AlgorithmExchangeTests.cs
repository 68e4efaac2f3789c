using System.Security.Cryptography;
using System.Text;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Structure;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Every signature algorithm of the allow-list, from us to JSR-105 (JDK 17) and from there to us.</summary>
public sealed class AlgorithmExchangeTests : IDisposable
{
    const string PssByParameters = "http://www.w3.org/2007/05/xmldsig-more#rsa-pss";
    static readonly SigningKey[] Keys = [.. SignatureAlgorithm.All.Select(KeyOf)];
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Java_verifies_each_algorithm_that_we_sign_with()
    {
        var canonical = Samples.Octets(Samples.Root(Foreign.Text(7)), CanonicalForm.Plain);
        for (int i = 0; i < Keys.Length; i++) File.WriteAllBytes(In($"{i}.xml"), DocumentSigner.Sign(canonical, "goc", Keys[i], Samples.Now));
        string lines = await RunAsync(["verify-each", .. Keys.SelectMany((_, i) => (string[])[In($"{i}.cert"), In($"{i}.xml")])]);
        Assert.Equal(Enumerable.Repeat("valid", 9), lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        for (int i = 0; i < Keys.Length; i++) Judge(i, $"{i}.xml");
    }

    [Fact]
    public async Task We_verify_each_algorithm_that_Java_signs_with()
    {
        string[] methods = [.. SignatureAlgorithm.All.Select(one => one.Uri), PssByParameters];
        for (int i = 0; i < methods.Length; i++) File.WriteAllText(In($"{i}.xml"), Foreign.Text(7));
        Assert.Equal("", await RunAsync(["sign-each", .. methods.SelectMany((method, i) =>
            (string[])[In($"{i % 9}.cert"), In($"{i % 9}.key"), method, In($"{i}.xml")])]));
        for (int i = 0; i < methods.Length; i++) Judge(i % 9, $"{i}.xml.signed");
    }

    [Fact]
    public void A_key_signs_only_with_an_algorithm_that_fits_it()
    {
        Assert.Throws<InvalidDataException>(() => new SigningKey(Keys[0].Certificate, SignatureAlgorithm.EcdsaSha256));
        Assert.Throws<InvalidDataException>(() => new SigningKey(Keys[^1].Certificate, SignatureAlgorithm.RsaSha256));
        Assert.Throws<InvalidDataException>(() => new SigningKey(Keys[^1].Certificate, SignatureAlgorithm.EcdsaSha256));
    }

    void Judge(int key, string file)
    {
        var trust = new Trust([Keys[key].Certificate], allowDevelopment: false);
        var document = Samples.Xml(Encoding.UTF8.GetString(File.ReadAllBytes(In(file))));
        Assert.Same(document.DocumentElement, XmlVerifier.VerifyEnveloped(document, trust, Samples.Now).Element);
        Samples.RootOf(document).SetAttribute("them", "1");
        Attacker.RepairDigests(document);
        Assert.Equal(SignatureRefusalCode.Tampered, XmlVerifier.VerifyEnveloped(document, trust, Samples.Now).Refusal?.Code);
    }

    async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        for (int i = 0; i < Keys.Length; i++)
        {
            File.WriteAllText(In($"{i}.cert"), Keys[i].Certificate.ExportCertificatePem());
            File.WriteAllText(In($"{i}.key"), Foreign.KeyPem(Keys[i]));
        }
        string source = Path.Combine(Repository.Root.FullName, "tests", "Security", "Foreign", "Exchange.java");
        var compiled = await Command.RunAsync("javac", "-d", folder.FullName, source);
        Assert.True(compiled.Code == 0, compiled.Text);
        var (code, text) = await Command.RunAsync("java", ["-cp", folder.FullName, "Exchange", .. arguments]);
        Assert.True(code == 0, text);
        return text;
    }

    static SigningKey KeyOf(SignatureAlgorithm algorithm) => algorithm switch
    {
        { Scheme: not SignatureScheme.Ecdsa } => new(Samples.Partner.Certificate, algorithm),
        { Hash.Name: "SHA256" } => KeyValueText.Curve("CN=P-256", ECCurve.NamedCurves.nistP256),
        { Hash.Name: "SHA384" } => KeyValueText.Curve("CN=P-384", ECCurve.NamedCurves.nistP384),
        _ => KeyValueText.Curve("CN=P-521", ECCurve.NamedCurves.nistP521),
    };

    string In(string name) => Path.Combine(folder.FullName, name);
}
