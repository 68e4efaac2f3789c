using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace LLTP.Hub.Tests.Security.Pdf;

/// <summary>pdfsig and we agree.</summary>
public sealed class PdfSecondOpinionTests(PdfSig pdfsig) : IClassFixture<PdfSig>
{
    const string Valid = "Signature Validation: Signature is Valid.";
    const string Trusted = "Certificate Validation: Certificate is Trusted.";
    const string Whole = "\n  - Total document signed";

    public static TheoryData<string, bool> Files => new() { { "plain", false }, { "cades", false }, { "pss", false }, { "sha512", false }, { "plain", true } };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_signed_file(string how, bool streams)
    {
        var file = PdfFile.Plain(streams).Signed(Way(how)).Bytes;
        var said = pdfsig.Say(file);

        Assert.Null(PdfUnit.ReasonOf(file));
        // Poppler 22 cannot compute PSS signatures; it still finds this one and what it covers.
        if (how != "pss") Assert.Contains(Valid, said);
        if (how != "pss") Assert.Contains(Trusted, said);
        Assert.Contains(Whole, said);
        Assert.Contains("Signer Certificate Common Name: So Tu phap de thu", said);
    }

    [Fact]
    public void Two_signatures()
    {
        var file = PdfFile.Plain().Signed(new() { Key = PdfUnit.Officer }).Signed().Bytes;
        var said = pdfsig.Say(file);

        Assert.Null(PdfUnit.ReasonOf(file));
        Assert.Equal((3, 3), (said.Split(Valid).Length, said.Split(Trusted).Length));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_changed_file(bool streams)
    {
        var text = Encoding.Latin1.GetString(PdfFile.Plain(streams).Signed().Bytes);
        var file = Encoding.Latin1.GetBytes(text.Replace(PdfFile.Text, "PHIEU LY LICH TU PHAC", StringComparison.Ordinal));

        Assert.Equal("Tampered", PdfUnit.ReasonOf(file));
        Assert.Contains("Digest Mismatch", pdfsig.Say(file));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void An_appended_file(bool streams)
    {
        var file = PdfFile.Plain(streams).Signed().Revise((4, PdfFile.Stream("", "BT /F1 14 Tf 60 780 Td (CO AN TICH) Tj ET"))).Bytes;

        Assert.Equal("ChangedAfterSigning", PdfUnit.ReasonOf(file));
        Assert.Contains("Not total document signed", pdfsig.Say(file));
    }

    [Fact]
    public void A_file_without_signature()
    {
        Assert.Equal("SignatureMissing", PdfUnit.ReasonOf(PdfFile.Plain().Bytes));
        Assert.Contains("does not contain any signatures", pdfsig.Say(PdfFile.Plain().Bytes));
    }

    [Fact]
    public void An_expired_certificate()
    {
        var file = PdfFile.Plain().Signed(new() { Key = PdfUnit.Issue("CN=Het han", RSA.Create(2048), -20, -2) }).Bytes;

        Assert.NotNull(PdfUnit.ReasonOf(file));
        Assert.Contains("Certificate has Expired", pdfsig.Say(file));
    }

    static PdfCms Way(string name) => name switch
    {
        "cades" => new() { SubFilter = "ETSI.CAdES.detached", Named = PdfUnit.Seal },
        "pss" => new() { Padding = RSASignaturePadding.Pss },
        "sha512" => new() { Digest = "2.16.840.1.101.3.4.2.3" },
        _ => new(),
    };
}
