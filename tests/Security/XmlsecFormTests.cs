using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Forms that only xmlsec1 can sign of the foreign tools: Canonical XML 1.1 below other elements, and base64 with comments in it.</summary>
public sealed class XmlsecFormTests : IDisposable
{
    const string Rsa = "2001/04/xmldsig-more#rsa-sha256", Exclusive = "2001/10/xml-exc-c14n#", Newer = "2006/12/xml-c14n11";
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("<p:a xmlns:p='urn:1' xml:lang='vi' xml:space='preserve'><q xmlns='urn:2'><b Id='goc' xml:id='r'>1</b></q></p:a>", null)]
    [InlineData("<p:a xmlns:p='urn:1' xml:lang=''><b Id='goc' xml:base='u/'><c xml:base='v/' xml:id='r'>1</c></b></p:a>", null)]
    [InlineData("<p:a xmlns:p='urn:1'><q xml:id='r'><b Id='goc'>1</b></q></p:a>", "Canonical XML 1.1")]
    [InlineData("<p:a xmlns:p='urn:1'><q xml:base='http://x/y/'><b Id='goc' xml:base='../z'>1</b></q></p:a>", "Canonical XML 1.1")]
    public async Task Canonical_XML_1_1_counts_where_it_gives_the_octets_of_1_0(string text, string? refused)
    {
        var found = await SignedAsync(text, Transform("http://www.w3.org/" + Newer));
        if (refused is null) Assert.Equal((null, "b"), (found.Refusal?.Code, Assert.Single(found.Parts).Element?.LocalName));
        else Assert.Equal((SignatureRefusalCode.AlgorithmNotAllowed, true), (found.Refusal?.Code, found.Refusal?.Sentence.Contains(refused)));
    }

    [Theory]
    [InlineData("QU<!-- x -->JD"), InlineData("QU<c y='2'/>JD"), InlineData("<?p q?>QUJD")]
    public async Task Base64_is_read_through_whatever_stands_in_the_text(string content)
    {
        var found = await SignedAsync($"<p:a xmlns:p='urn:1'><b Id='goc'>{content}</b></p:a>", Transform("http://www.w3.org/2000/09/xmldsig#base64"));
        Assert.Null(found.Refusal);
        Assert.Equal("ABC"u8.ToArray(), Assert.Single(found.Parts).Octets?.ToArray());
    }

    [Fact]
    public async Task A_second_canonical_form_is_taken_of_the_octets_of_the_first()
    {
        const string text = "<p:a xmlns:p='urn:1' xmlns:q='urn:2' xml:lang='vi'><b Id='goc' q:x='1'>1<!-- c --><q:c/></b></p:a>";
        foreach (string second in (string[])["http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/" + Exclusive])
        {
            var found = await SignedAsync(text, Transform("http://www.w3.org/TR/2001/REC-xml-c14n-20010315") + Transform(second));
            Assert.Equal((null, "b"), (found.Refusal?.Code, Assert.Single(found.Parts).Element?.LocalName));
        }
    }

    async Task<XmlVerification> SignedAsync(string text, string transforms)
    {
        string In(string name) => Path.Combine(folder.FullName, name);
        File.WriteAllText(In("cert.pem"), Samples.Partner.Certificate.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), Foreign.KeyPem(Samples.Partner));
        File.WriteAllText(In("template.xml"), Foreign.Template(text, "#goc", transforms, Exclusive, Rsa));
        var (code, output) = await Command.RunAsync("xmlsec1", "--sign", "--privkey-pem", $"{In("key.pem")},{In("cert.pem")}",
            "--id-attr:Id", "b", "--output", In("theirs.xml"), In("template.xml"));
        Assert.True(code == 0, output);
        return XmlVerifier.Verify(Samples.Xml(File.ReadAllText(In("theirs.xml"))), VerificationPolicy.By(Samples.Trusted), Samples.Now);
    }

    static string Transform(string algorithm) => $"<Transform Algorithm=\"{algorithm}\"/>";
}
