using LLTP.Hub.Adapters;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Core;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Pdf;
using LLTP.Hub.Tests.Security.Trusting;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    [Theory]
    [InlineData(false, "PdfSignature:Valid"), InlineData(true, "PdfSignature:CertificateRevoked")]
    public async Task The_issuing_unit_may_be_known_by_its_authority_and_a_revocation_list(bool revoked, string finding)
    {
        var root = TestAuthority.Root("CN=CA");
        using var seal = root.Issue("CN=So Tu phap de thu");
        using TemporaryFile authority = new(root.Certificate.ExportCertificatePem()), list = new(root.List(revoked ? [seal] : []));
        await using var services = Services(TestAuthority.Now, ("Signature", "Record"), ("CaFiles:0", authority.Path), ("Crl:0", list.Path));
        await services.GetRequiredService<RevocationRefresh>()(TestContext.Current.CancellationToken);

        var judged = services.GetRequiredService<CertificateCheck>().Judge(Issued(PdfFile.Plain().Signed(new PdfCms { Key = seal }).Bytes));

        Assert.Equal(finding, judged.Finding);
    }

    CertificateCheck Check(CertificateSignature wanted)
    {
        var services = Services(PdfUnit.Now, ("Signature", $"{wanted}"), ("CertificateFiles:0", file));
        return services.GetRequiredService<CertificateCheck>();
    }

    static ServiceProvider Services(DateTimeOffset now, params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(one => KeyValuePair.Create($"Partners:Lltp:Certificate:{one.Name}", (string?)one.Value))).Build();
        return new ServiceCollection().AddLogging().AddHubCore(configuration).AddHubAdapters(configuration)
            .AddSingleton<TimeProvider>(new ManualClock(now)).BuildServiceProvider();
    }

    static Incoming Issued(byte[] pdf)
    {
        var hash = Fingerprint.Sha256Hex(pdf);
        var issue = Sample.Issue();
        return Messages.FromLltp(EventKind.Issued, issue with { Certificate = issue.Certificate with { Pdf = new(hash, pdf.Length) } }) with { Files = [new(hash, pdf)] };
    }
}
