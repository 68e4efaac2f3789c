using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Signatures made by the framework with references in every form of the standard: what they prove is handed out, the rest is refused by name.</summary>
public sealed class ReferenceFormTests
{
    const string Ds = SignedXml.XmlDsigNamespaceUrl;
    const string Text = "<a Id='goc'><b Id='x'>1<!-- c --></b></a>";

    [Theory]
    [InlineData("#m", Ds + "Manifest")]
    [InlineData("#m", "")]
    [InlineData("#o", "")]
    public void A_manifest_proves_nothing_about_what_it_lists(string uri, string type)
    {
        var document = Samples.Xml(Text);
        var signed = New(document);
        var digest = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Samples.Octets(Samples.First(document, "b"), CanonicalForm.Plain)));
        var manifest = Samples.Xml($"<Object xmlns='{Ds}'><Manifest Id='m'><Reference URI='#x'><Transforms><Transform "
            + $"Algorithm='{SignedXml.XmlDsigExcC14NTransformUrl}'/></Transforms><DigestMethod Algorithm='{SignedXml.XmlDsigSHA256Url}'/>"
            + $"<DigestValue>{digest}</DigestValue></Reference></Manifest></Object>");
        if (uri == "#o") signed.AddObject(new DataObject { Id = "o", Data = Samples.RootOf(manifest).ChildNodes });
        else Samples.RootOf(document).AppendChild(document.ImportNode(Samples.First(manifest, "Manifest"), deep: true));
        signed.AddReference(Reference(uri, type, new XmlDsigExcC14NTransform()));
        var found = Verify(Finish(signed, document));
        if (uri == "#m") Assert.Equal((SignatureRefusalCode.ReferenceNotAllowed, true), (found.Refusal?.Code, found.Refusal?.Sentence.Contains("Manifest")));
        else Assert.Equal("Object", Assert.Single(found.Parts).Element?.LocalName);
        Assert.Null(found.Element("b"));
    }

    [Theory]
    [InlineData("#xpointer(/)", "a"), InlineData("#xpointer(id('goc'))", "a"), InlineData("#xpointer(id(\"x\"))", "b")]
    public void A_pointer_to_the_document_or_an_identifier_is_followed(string uri, string name)
    {
        var document = Signed(uri, name == "a", new XmlDsigExcC14NWithCommentsTransform());
        Assert.Same(Samples.First(document, name), Assert.Single(Verify(document).Parts).Element);
        Assert.Contains("XPointer", XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now).Refusal?.Sentence);
        if (document.SelectSingleNode("//comment()") is { } comment) comment.Value = "khac";
        Assert.Equal(SignatureRefusalCode.Tampered, Verify(document).Refusal?.Code);
    }

    [Fact]
    public void A_bare_name_leaves_comments_out()
    {
        var document = Signed("#x", false, new XmlDsigExcC14NWithCommentsTransform());
        if (document.SelectSingleNode("//comment()") is { } comment) comment.Value = "khac";
        Assert.Null(Verify(document).Refusal);
    }

    [Theory]
    [InlineData("#xpointer(//a)"), InlineData("#xpointer(id('goc')/b)"), InlineData("#xpointer(id('x\"))"), InlineData("#xpointer(id('goc') | id('x'))")]
    [InlineData("#xpointer(/a)"), InlineData("#element(/1)"), InlineData("#xmlns(a=b)xpointer(/)"), InlineData("#xpointer(id(''))")]
    public void Any_other_pointer_is_refused(string uri)
    {
        var document = Signed("#goc", true, new XmlDsigExcC14NTransform());
        Samples.First(document, "Reference").SetAttribute("URI", uri);
        var refusal = Verify(document).Refusal;
        Assert.Equal((SignatureRefusalCode.ReferenceNotAllowed, true), (refusal?.Code, refusal?.Sentence.Contains("XPointer")));
    }

    [Theory]
    [InlineData("exclusive", "inclusive"), InlineData("inclusive", "exclusive"), InlineData("exclusive", "exclusive"), InlineData("comments", "comments")]
    public void The_canonical_form_of_a_canonical_form_is_taken_of_its_octets(string first, string second)
    {
        var document = Signed("#x", false, Form(first), Form(second));
        Assert.Same(Samples.First(document, "b"), Assert.Single(Verify(document).Parts).Element);
        Samples.First(document, "b").SetAttribute("them", "1");
        Assert.Equal(SignatureRefusalCode.Tampered, Verify(document).Refusal?.Code);
        Assert.Equal(SignatureRefusalCode.Tampered, Verify(Attacker.RepairDigests(document)).Refusal?.Code);
    }

    [Fact]
    public void The_doors_take_one_canonical_form_only()
    {
        var document = Signed("#goc", true, new XmlDsigExcC14NTransform(), new XmlDsigExcC14NTransform());
        Assert.Null(Verify(document).Refusal);
        Assert.Equal(SignatureRefusalCode.AlgorithmNotAllowed, Samples.RefusalOf(document));
    }

    static XmlVerification Verify(XmlDocument document) => XmlVerifier.Verify(document, VerificationPolicy.By(Samples.Trusted), Samples.Now);

    static Transform Form(string name) => name switch
    {
        "inclusive" => new XmlDsigC14NTransform(),
        "comments" => new XmlDsigExcC14NWithCommentsTransform(),
        _ => new XmlDsigExcC14NTransform(),
    };

    static XmlDocument Signed(string uri, bool enveloped, params Transform[] transforms)
    {
        var document = Samples.Xml(Text);
        var signed = New(document);
        signed.AddReference(Reference(uri, "", [.. enveloped ? (Transform[])[new XmlDsigEnvelopedSignatureTransform()] : [], .. transforms]));
        return Finish(signed, document);
    }

    static FrameworkSignature New(XmlDocument document)
    {
        var signed = new FrameworkSignature(document) { SigningKey = Samples.Partner.Certificate.GetRSAPrivateKey() };
        signed.Prepare(SignedXml.XmlDsigExcC14NTransformUrl);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(Samples.Partner.Certificate));
        return signed;
    }

    static Reference Reference(string uri, string type, params Transform[] transforms)
    {
        var reference = new Reference(uri);
        if (type.Length > 0) reference.Type = type;
        foreach (var transform in transforms) reference.AddTransform(transform);
        return reference;
    }

    static XmlDocument Finish(FrameworkSignature signed, XmlDocument document)
    {
        signed.ComputeSignature();
        Samples.RootOf(document).AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return Samples.Sent(document);
    }
}
