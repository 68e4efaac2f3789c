using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Random messages to and from xmlsec1.</summary>
public sealed class Xmlsec1Tests : IDisposable
{
    static readonly int Messages = Full.Or(200, 20);
    static readonly string[] Methods = ["2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#rsa-sha512"];
    static readonly string[] Forms = ["2001/10/xml-exc-c14n#", "2001/10/xml-exc-c14n#WithComments", "TR/2001/REC-xml-c14n-20010315", "2006/12/xml-c14n11"];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public Xmlsec1Tests()
    {
        File.WriteAllText(In("cert.pem"), Samples.Partner.Certificate.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), Foreign.KeyPem(Samples.Partner));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Xmlsec1_verifies_what_we_sign()
    {
        for (int seed = 0; seed < Messages; seed++)
        {
            File.WriteAllBytes(In("ours.xml"), Foreign.Ours(seed, xades: seed % 2 == 0));
            var (code, text) = await Command.RunAsync("xmlsec1", "--verify", "--pubkey-cert-pem", In("cert.pem"), "--enabled-key-data", "rsa",
                "--id-attr:Id", Foreign.RootName, "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", In("ours.xml"));
            Assert.True(code == 0, $"{seed}: {text}");
        }
    }

    [Fact]
    public async Task We_verify_what_xmlsec1_signs()
    {
        for (int seed = 0; seed < Messages; seed++)
        {
            string template = Foreign.Template(seed, Forms[seed % Forms.Length], Methods[seed / 2 % Methods.Length]);
            File.WriteAllText(In("template.xml"), template);
            var (code, text) = await Command.RunAsync("xmlsec1", "--sign", "--privkey-pem", $"{In("key.pem")},{In("cert.pem")}",
                "--id-attr:Id", Foreign.RootName, "--output", In("theirs.xml"), In("template.xml"));
            Assert.True(code == 0, $"{seed}: {text}");
            Foreign.Accept(File.ReadAllBytes(In("theirs.xml")), seed);
        }
    }

    [Fact]
    public async Task What_the_base64_transform_drops_is_not_handed_out()
    {
        string template = Foreign.Template("<p:a xmlns:p='urn:1'><b Id='goc' x='1'>QU<c y='2'/>JD</b></p:a>", "#goc", """
            <Transform Algorithm="http://www.w3.org/2000/09/xmldsig#base64"/>
            """, Forms[0], Methods[0]);
        File.WriteAllText(In("template.xml"), template);
        var (code, text) = await Command.RunAsync("xmlsec1", "--sign", "--privkey-pem", $"{In("key.pem")},{In("cert.pem")}",
            "--id-attr:Id", "b", "--output", In("theirs.xml"), In("template.xml"));
        Assert.True(code == 0, text);
        var document = Samples.Xml(File.ReadAllText(In("theirs.xml")));
        var verification = XmlVerifier.Verify(document, VerificationPolicy.By(Samples.Trusted), Samples.Now);
        Assert.Null(verification.Refusal);
        var part = Assert.Single(verification.Parts);
        Assert.Equal((SignaturePlace.Detached, null), (part.Place, part.Element));
        Assert.Equal("ABC"u8.ToArray(), part.Octets?.ToArray());
    }

    string In(string name) => Path.Combine(folder.FullName, name);
}
