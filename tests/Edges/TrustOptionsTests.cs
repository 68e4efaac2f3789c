using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Adapters.V06;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Security.Trusting;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class TrustOptionsTests : IDisposable
{
    static readonly Uri Endpoint = new("https://v06.example.vn/");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    readonly TestAuthority root = TestAuthority.Root("CN=CA");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_authority_with_a_list_and_a_rule_is_a_good_configuration() => Assert.Empty(ProblemsOf(new()
    {
        Endpoint = Endpoint, CaFiles = [Write("ca.pem", root.Certificate.ExportCertificatePem())], Crl = ["http://crl.example.vn/ca.crl"], SubjectMustContain = ["O=Bộ Công an"],
    }));

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        using var leaf = root.Issue("CN=La");
        var problems = ProblemsOf(new()
        {
            Endpoint = Endpoint, CertificateFiles = ["khong-co.pem", Write("rong.pem", "")], CaFiles = [Write("la.pem", leaf.ExportCertificatePem())],
            Crl = ["khong-co.crl"], SubjectMustContain = ["Bộ Công an"],
        });
        Assert.Equal(5, problems.Count);
        Assert.All(["'khong-co.pem'", "rong.pem holds no certificate", "not one of an authority", "'khong-co.crl'", "'Bộ Công an'"],
            words => Assert.Single(problems, problem => problem.Contains(words)));
    }

    [Fact]
    public void Neither_pins_nor_authorities_is_no_trust() => Assert.Contains("pin at least one", Assert.Single(ProblemsOf(new() { Endpoint = Endpoint })));

    [Fact]
    public void Authorities_without_a_list_need_to_be_asked_for_by_name()
    {
        string[] files = [Write("ca.pem", root.Certificate.ExportCertificatePem())];
        Assert.Contains("OnCrlUnavailable", Assert.Single(ProblemsOf(new() { Endpoint = Endpoint, CaFiles = files })));
        Assert.Empty(ProblemsOf(new() { Endpoint = Endpoint, CaFiles = files, OnCrlUnavailable = CrlFallback.Accept }));
    }

    [Fact]
    public void An_intermediate_alone_is_no_anchor()
    {
        string[] files = [Write("ca.pem", root.Below("CN=CA duoi").Certificate.ExportCertificatePem())];
        Assert.Contains("no root", Assert.Single(ProblemsOf(new() { Endpoint = Endpoint, CaFiles = files, Crl = [files[0]] })));
    }

    static List<string> ProblemsOf(V06Options options) =>
        [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage ?? "")];

    string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
