using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security.Pdf;

public sealed class PdfSignatureTests
{
    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_signed_file_is_believed_and_says_by_whom_when_and_what(bool streams)
    {
        var file = PdfFile.Plain(streams).Signed().Bytes;
        var judged = PdfUnit.Verify(file);

        Assert.True(judged.IsVerified, judged.Refusal?.Sentence);
        Assert.Equal(PdfUnit.Seal.RawData, judged.Last.Signer?.RawData);
        Assert.Equal((PdfUnit.Now, file.Length, SignatureAlgorithm.RsaSha256), (judged.Last.SigningTime, judged.Last.CoveredEnd, judged.Last.Algorithm));
    }

    [Fact]
    public void The_officer_signs_and_the_unit_seals_in_a_second_revision()
    {
        var judged = PdfUnit.Verify(PdfFile.Plain().Signed(new() { Key = PdfUnit.Officer }).Signed().Bytes);

        Assert.Null(judged.Refusal);
        Assert.Equal([PdfUnit.Officer.Subject, PdfUnit.Seal.Subject], judged.Signatures.Select(one => one.Signer?.Subject));
    }

    [Theory]
    [InlineData("2.16.840.1.101.3.4.2.1", false), InlineData("2.16.840.1.101.3.4.2.2", false), InlineData("2.16.840.1.101.3.4.2.3", true)]
    public void The_digests_of_the_list_and_both_paddings_are_believed(string digest, bool pss) =>
        Assert.Null(PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { Digest = digest, Padding = pss ? RSASignaturePadding.Pss : null }).Bytes));

    [Fact]
    public void An_elliptic_curve_signs_too()
    {
        var key = PdfUnit.Issue("CN=EC de thu", ECDsa.Create(ECCurve.NamedCurves.nistP256));
        var judged = PdfVerifier.Verify(PdfFile.Plain().Signed(new() { Key = key }).Bytes, new([key], false), PdfUnit.Now);

        Assert.Null(judged.Refusal);
        Assert.Equal(SignatureAlgorithm.EcdsaSha256, judged.Last?.Algorithm);
    }

    [Fact]
    public void A_cades_signature_names_its_certificate() =>
        Assert.Null(PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { SubFilter = "ETSI.CAdES.detached", Named = PdfUnit.Seal }).Bytes));

    [Theory]
    [InlineData("ETSI.CAdES.detached", false), InlineData("ETSI.CAdES.detached", true), InlineData("adbe.pkcs7.detached", true)]
    public void A_signature_that_names_no_or_another_certificate_is_refused(string subFilter, bool another) => Assert.Equal(
        "SignerMismatch", PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { SubFilter = subFilter, Named = another ? PdfUnit.Officer : null }).Bytes));

    [Theory]
    [InlineData("1.3.14.3.2.26", "SHA-1"), InlineData("1.2.840.113549.2.5", "MD5")]
    public void A_weak_digest_is_refused_by_name(string digest, string name)
    {
        var refusal = PdfUnit.Verify(PdfFile.Plain().Signed(new() { Digest = digest }).Bytes).Refusal;

        Assert.Equal(("AlgorithmWeak", true), (refusal?.Reason, refusal?.Sentence.Contains($"{name}, which is weak")));
    }

    [Theory]
    [InlineData("adbe.pkcs7.sha1", "AlgorithmWeak"), InlineData("adbe.x509.rsa_sha1", "AlgorithmWeak")]
    [InlineData("ETSI.RFC3161", "AlgorithmNotAllowed"), InlineData("toi.tu.nghi.ra", "AlgorithmNotAllowed")]
    public void Other_kinds_of_signature_are_refused(string subFilter, string reason) =>
        Assert.Equal(reason, PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { SubFilter = subFilter }).Bytes));

    [Fact]
    public void A_short_key_is_refused_even_when_it_is_pinned()
    {
        var key = PdfUnit.Issue("CN=Khoa ngan", RSA.Create(1024));

        Assert.Equal("AlgorithmWeak",
            PdfVerifier.Verify(PdfFile.Plain().Signed(new() { Key = key }).Bytes, new([key], false), PdfUnit.Now).Refusal?.Reason);
    }

    [Fact]
    public void A_strangers_certificate_with_the_same_name_is_refused() =>
        Assert.Equal("CertificateUnknown", PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { Key = PdfUnit.Stranger }).Bytes));

    [Theory]
    [InlineData(-20, -2, "CertificateExpired"), InlineData(2, 20, "CertificateNotYetValid")]
    public void An_expired_or_not_yet_valid_certificate_is_refused(int first, int last, string code)
    {
        var key = PdfUnit.Issue("CN=Het han", RSA.Create(2048), first, last);

        Assert.Equal(code,
            PdfVerifier.Verify(PdfFile.Plain().Signed(new() { Key = key }).Bytes, new([key], false), PdfUnit.Now).Refusal?.Reason);
    }

    [Fact]
    public void A_signature_without_its_certificate_is_refused() => Assert.Equal(
        "CertificateMissing", PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { Included = X509IncludeOption.None }).Bytes));

    [Fact]
    public void A_signature_that_carries_its_own_content_or_two_signers_is_refused()
    {
        Assert.Equal("SignatureMalformed", PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { Detached = false }).Bytes));
        var two = new PdfCms { Finish = cms => cms.ComputeSignature(new CmsSigner(PdfUnit.Officer), true) };
        Assert.Equal("SignatureMalformed", PdfUnit.ReasonOf(PdfFile.Plain().Signed(two).Bytes));
    }

    [Fact]
    public void A_time_stamp_is_reported_and_one_of_another_signature_refused()
    {
        var stamped = PdfUnit.Verify(PdfFile.Plain().Signed(new() { Finish = cms => PdfStamp.Add(cms, cms.SignerInfos[0].GetSignature()) }).Bytes);
        Assert.Null(stamped.Refusal);
        Assert.Equal((PdfUnit.Now, "CN=TSA de thu"), (stamped.Last?.Timestamp?.Time, stamped.Last?.Timestamp?.Authority.Subject));

        Assert.Equal("TimestampInvalid", PdfUnit.ReasonOf(PdfFile.Plain().Signed(new() { Finish = cms => PdfStamp.Add(cms, [1, 2, 3]) }).Bytes));
    }
}
