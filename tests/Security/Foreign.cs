using System.Security.Cryptography.X509Certificates;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>What is exchanged with foreign implementations: random documents, of 5 MB now and then.</summary>
static class Foreign
{
    public const string RootName = "urn:1:a";
    const int Large = 5 * 1024 * 1024;

    public static string KeyPem(SigningKey key)
    {
        using var rsa = key.Certificate.GetRSAPrivateKey();
        using var curve = key.Certificate.GetECDsaPrivateKey();
        return rsa?.ExportPkcs8PrivateKeyPem() ?? curve?.ExportPkcs8PrivateKeyPem() ?? throw new ArgumentException("The key is neither RSA nor on a curve.");
    }

    public static string Text(int seed) => RandomXml.Of(seed, seed % 50 == 19 ? Large : 0);

    public static byte[] Ours(int seed, bool xades)
    {
        var canonical = Samples.Octets(Samples.Root(Text(seed)), CanonicalForm.Plain);
        return xades
            ? DocumentSigner.Sign(canonical, "goc", Samples.Partner, Samples.Now)
            : DocumentSigner.Sign(canonical, "goc", Samples.Partner);
    }

    /// <summary>A document with an empty signature for xmlsec1 to fill.</summary>
    public static string Template(int seed, string form, string method) => Template(Text(seed), seed % 3 == 0 ? "" : "#goc", $"""
        <Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="http://www.w3.org/{form}"/>
        """, form, method);

    public static string Template(string text, string reference, string transforms, string form, string method) => WithSignature(text, $"""
        <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/{form}"/>
        <SignatureMethod Algorithm="http://www.w3.org/{method}"/><Reference URI="{reference}"><Transforms>{transforms}</Transforms>
        <DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo><SignatureValue/>
        <KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature>
        """);

    /// <summary>The root is handed out, and refused once anything in it is changed.</summary>
    public static void Accept(byte[] theirs, int seed)
    {
        var document = Samples.Xml(Encoding.UTF8.GetString(theirs));
        var verification = XmlVerifier.VerifyEnveloped(document, Samples.Trusted, Samples.Now);
        Assert.True(verification.IsVerified, $"{seed}: {verification.Refusal?.Sentence}");
        Assert.Same(document.DocumentElement, verification.Element);
        Samples.RootOf(document).SetAttribute("them", "1");
        Assert.Equal(SignatureRefusalCode.Tampered, Samples.RefusalOf(document));
    }

    static string WithSignature(string document, string signature)
    {
        int end = document.LastIndexOf("</p:a>", StringComparison.Ordinal);
        return document[..end] + signature + document[end..];
    }
}
