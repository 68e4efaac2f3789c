using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Pdf;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class CertificateCheckTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public CertificateCheckTests() => File.WriteAllText(file, PdfUnit.Seal.ExportCertificatePem());

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(CertificateSignature.Off, true, null, false), InlineData(CertificateSignature.Off, false, null, false)]
    [InlineData(CertificateSignature.Record, true, "PdfSignature:Valid", false), InlineData(CertificateSignature.Record, false, "PdfSignature:SignatureMissing", false)]
    [InlineData(CertificateSignature.Required, true, "PdfSignature:Valid", false), InlineData(CertificateSignature.Required, false, "PdfSignature:SignatureMissing", true)]
    public void The_configuration_says_whether_a_signature_is_judged_and_needed(CertificateSignature wanted, bool signed, string? finding, bool objects)
    {
        var judged = Check(wanted).Judge(Issued((signed ? PdfFile.Plain().Signed() : PdfFile.Plain()).Bytes));

        Assert.Equal((finding, objects), (judged.Finding, judged.Objection?.Code == FailureCode.CertificateRefused));
    }

    [Fact]
    public void Other_messages_are_not_touched() => Assert.Null(Check(CertificateSignature.Required).Judge(Messages.LookupRequest()).Finding);

    [Fact]
    public void To_judge_without_a_certificate_is_a_fault_of_configuration()
    {
        Assert.Empty(new CertificateOptions().Problems());
        Assert.Single(new CertificateOptions { Signature = CertificateSignature.Record }.Problems());
        Assert.Contains("/khong/co.pem", Assert.Single(new CertificateOptions { CertificateFiles = ["/khong/co.pem"] }.Problems()));
    }

    CertificateCheck Check(CertificateSignature wanted) => new(
        Options.Create(new LltpOptions { Certificate = new() { Signature = wanted, CertificateFiles = [file] } }), Options.Create(new HubOptions()),
        TimeProvider.System);

    static Incoming Issued(byte[] pdf)
    {
        var hash = Fingerprint.Sha256Hex(pdf);
        var issue = Sample.Issue();
        return Messages.FromLltp(EventKind.Issued, issue with { Certificate = issue.Certificate with { Pdf = new(hash, pdf.Length) } }) with { Files = [new(hash, pdf)] };
    }
}
