using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>Ours and the framework's implementation must agree in both directions.</summary>
public sealed class SecondOpinionTests
{
    public static TheoryData<string> Documents => new(
        "<a/>",
        Samples.Request,
        "<a xmlns='urn:1'><b xmlns=''><c xmlns='urn:1'/></b></a>",
        "<p:a xmlns:p='urn:1' xmlns:q='urn:2' q:z='1' p:y='2' b='3' a='4'><q:b xmlns:p='urn:3'><p:c/></q:b><p:c/></p:a>",
        "<a xmlns:x='urn:x' xmlns:unused='urn:u'><b x:k='1'/><x:b><b xmlns:x='urn:y' x:k='2'/></x:b></a>",
        "<a t='&#10;&quot;&apos;&gt;'>&gt;<![CDATA[<&>]]>\r\n\t</a>",
        "<a><?muc tieu?><?trong?>x<!-- y -->z</a>",
        "<a b='😀'>Đặng Thị Ngọc 😀 ŵ</a>",
        "<p:a xmlns:p='urn:1'><p:b><p:c xmlns:p='urn:1'/></p:b><b xmlns='urn:1'/></p:a>");

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_framework_accepts_our_enveloped_signature(string text) =>
        Assert.True(FrameworkSignature.Accepts(Samples.SignedRequest(Samples.Partner, text), Samples.Partner.Certificate));

    [Theory]
    [MemberData(nameof(Documents))]
    public void We_accept_the_enveloped_signature_of_the_framework(string text) =>
        Assert.Null(Samples.RefusalOf(FrameworkSignature.Enveloped(text, Samples.Partner, null, new XmlDsigExcC14NTransform())));

    [Fact]
    public void The_framework_accepts_our_SOAP_signature()
    {
        var message = new SoapMessage("<a xmlns=\"urn:1\">đ</a>"u8.ToArray(), "urn:uuid:1", "urn:a", null, "urn:uuid:0");
        var bytes = SoapSigner.Sign(message, Samples.Partner, Samples.Now, Samples.FiveMinutes);
        Assert.True(FrameworkSignature.Accepts(Samples.Xml(Encoding.UTF8.GetString(bytes.Span)), Samples.Partner.Certificate));
    }

    [Fact]
    public void We_accept_inclusive_prefixes_and_comments_in_canonicalization() =>
        Assert.Null(Samples.RefusalOf(FrameworkSignature.Enveloped(
            "<p:a xmlns:p='urn:1' xmlns:q='urn:2' xmlns='urn:3'><p:b><!-- x --><p:c xmlns:q='urn:4' xmlns=''/></p:b></p:a>",
            Samples.Partner,
            signed => signed.Prepare(SignedXml.XmlDsigExcC14NWithCommentsTransformUrl),
            new XmlDsigExcC14NWithCommentsTransform("q #default"))));

    // SignedXml reads its own text again and loses these on the way (dotnet/runtime issue 99856); the standard and xmlsec1 keep them.
    [Theory]
    [InlineData("<a>1&#13;&#10;2</a>", "<a>1&#xD;\n2</a>")]
    [InlineData("<a t='&#9;&#13;&#10;'/>", "<a t=\"&#x9;&#xD;&#xA;\"></a>")]
    [InlineData("<a xml:lang='vi'/>", "<a xml:lang=\"vi\"></a>")]
    public void Escaped_white_space_and_language_are_kept(string text, string canonical) =>
        Assert.Equal(Fingerprint.Sha256Hex(Encoding.UTF8.GetBytes(canonical)), Canonical.ExclusiveSha256(Samples.RootOf(
            Samples.SignedRequest(Samples.Partner, text))));

    [Theory]
    [InlineData("<p:a xmlns:p='urn:1' xmlns:q='urn:2' q:z='1' p:y='2' b='3'><q:b xmlns:p='urn:3'>đ<p:c/></q:b></p:a>")]
    [InlineData("<a><?muc tieu?>x<!-- y -->z &amp; &#13;</a>")]
    public void The_content_hash_is_that_of_the_canonical_form(string text)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(Samples.Xml(text));
        using var sha = SHA256.Create();
        Assert.Equal(Convert.ToHexStringLower(transform.GetDigestedOutput(sha)), Canonical.ExclusiveSha256(Samples.Root(text)));
    }
}
