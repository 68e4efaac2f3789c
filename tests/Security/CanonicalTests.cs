using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class CanonicalTests
{
    const string Plain = "<a><b x='1' y='2'>1</b><c/></a>";

    [Theory]
    [InlineData("<a>\n  <b x='1' y='2'>1</b>\n  <c/>\n</a>")]
    [InlineData("<a><b y=\"2\"   x=\"1\">1</b><c></c></a>")]
    [InlineData("<a><!-- ghi chú --> <!-- nữa --> <b x='1' y='2'>1</b><c/></a>")]
    [InlineData("<a Id='lan-2'><b x='1' y='2'>1</b><c/></a>")]
    [InlineData("<a><b x='1' y='2'>1</b><c/><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'>abc</Signature></a>")]
    public void Transport_and_layout_do_not_change_the_content_hash(string text) => Assert.Equal(Hash(Plain), Hash(text));

    [Theory]
    [InlineData("<a><b x='1' y='2'>1 </b><c/></a>")]
    [InlineData("<a><b x='1' y='2'>2</b><c/></a>")]
    [InlineData("<a><b x='1' y='3'>1</b><c/></a>")]
    [InlineData("<a><b x='1' y='2'>1</b><c> </c></a>")]
    [InlineData("<a><c/><b x='1' y='2'>1</b></a>")]
    [InlineData("<a><b x='1' y='2'>1</b><c Id='1'/></a>")]
    [InlineData("<a><b x='1' y='2'>1</b><c/>d</a>")]
    [InlineData("<a xmlns='urn:1'><b x='1' y='2'>1</b><c/></a>")]
    [InlineData("<a><b x='1' y='2'>1</b><c><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'>abc</Signature></c></a>")]
    public void Content_changes_the_content_hash(string text) => Assert.NotEqual(Hash(Plain), Hash(text));

    [Fact]
    public void Signing_does_not_change_the_content_hash() =>
        Assert.Equal(Hash(Samples.Request), Canonical.ExclusiveSha256(Samples.RootOf(Samples.SignedRequest(Samples.Partner))));

    [Fact]
    public void The_hash_of_bytes_is_lower_case_hex() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint.Sha256Hex("abc"u8));

    static string Hash(string text) => Canonical.ExclusiveSha256(Samples.Root(text));
}
