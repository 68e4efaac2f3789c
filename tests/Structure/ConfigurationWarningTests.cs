using LLTP.Hub.Tests.Edges.Operations;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Security.Trusting;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Structure;

public sealed class ConfigurationWarningTests
{
    static readonly (string, string)[] None = [];

    [Fact]
    public async Task A_code_alone_is_allowed_with_a_warning()
    {
        var (code, output) = await CheckAsync(None);

        Assert.Equal(0, code);
        Assert.Contains("! Vneid:CodeGetFile", output, StringComparison.Ordinal);
        Assert.Matches("! .*nationalities [0-9]+", output);
    }

    [Fact]
    public async Task A_province_has_its_settings_in_a_file_and_a_variable_wins_over_it()
    {
        using var file = new TemporaryFile("""{"Province":{"Code":"sai","UnitId":"sai"}}""");

        var (code, output) = await RunAsync(new() { ["LLTP_SETTINGS"] = file.Path, ["LLTP__Province__UnitId"] = "H56.14" });

        Assert.Equal(2, code);
        Assert.Contains("Province:Code must be one or two digits", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Province:UnitId", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "JSON 1:"), InlineData("[]", "{ … }"), InlineData(null, "FileNotFoundException")]
    public async Task A_file_that_cannot_be_read_is_named_in_both_languages(string? text, string named)
    {
        using var file = new TemporaryFile(text ?? "");

        var (code, output) = await RunAsync(new() { ["LLTP_SETTINGS"] = text is null ? file.Path + ".khong-co" : file.Path });

        Assert.Equal(2, code);
        Assert.Contains("không đọc được", output, StringComparison.Ordinal);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    static Task<(int Code, string Output)> RunAsync(Dictionary<string, string> environment) =>
        HubCommand.RunAsync(Path.GetTempPath(), environment, "check-config");

    [Fact]
    public async Task Beside_a_required_signature_or_mutual_tls_the_code_needs_no_warning()
    {
        using var file = new TemporaryFile(Samples.Partner.Certificate.ExportCertificatePem());
        var pem = file.Path;

        var signed = await CheckAsync(("Partners__Vneid__Jws__Inbound", "Required"), ("Partners__Vneid__Jws__CertificateFiles__0", pem));
        var mutual = await CheckAsync(("Partners__Vneid__Tls__Required", "true"), ("Partners__Vneid__Tls__CertificateFiles__0", pem));

        Assert.All([signed, mutual], checkedOnce => Assert.Equal(0, checkedOnce.ExitCode));
        Assert.DoesNotContain("! Vneid:CodeGetFile", signed.Output + mutual.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Partners__Vneid__Jws__Inbound", "Required", "Jws:CertificateFiles")]
    [InlineData("Partners__Tthc__Jws__Answers", "Required", "needs Outbound")]
    [InlineData("Partners__Dvcqg__Jws__Inbound", "Accepted", "no door"), InlineData("Partners__Vneid__Jws__Algorithm", "HS256", "RS256")]
    [InlineData("Partners__Lltp__Tls__Required", "true", "Tls:CertificateFiles")]
    [InlineData("Partners__V06__Tls__ClientKeyFile", "x", "belong together")]
    [InlineData("Partners__Vneid__Gateways__0", "ndxp", "no gateway 'ndxp'")]
    [InlineData("Gateways__0__Name", "ndxp", "neither CertificateFiles nor Addresses")]
    [InlineData("Gateways__0__Addresses__0", "10.0.0.0/99", "range of addresses")]
    [InlineData("Gateways__0__VouchesFor__ai", "x", "no partner")]
    [InlineData("Province__Profile", "mps-2030", "570-2024, mps-2026"), InlineData("Province__Switches__0__Profile", "mps-2026", "Switches:0: At")]
    [InlineData("Doors", "https://127.0.0.1:8443", "ServerCertificateFile")]
    [InlineData("Partners__Vneid__Jws__Crl__0", "a.crl", "Jws:Crl"), InlineData("Partners__Tthc__Tls__SubjectMustContain__0", "x", "Tls:SubjectMustContain")]
    [InlineData("Partners__Tthc__Jws__PublicAddress", "https://a.vn/x", "PublicAddress")]
    public async Task What_does_not_fit_together_is_a_problem(string name, string value, string named)
    {
        var (code, output) = await CheckAsync((name, value));

        Assert.Equal(2, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("! ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_has_names_of_its_own_and_comes_not_before_its_process_begins()
    {
        (string, string) profile = ("Province__Switches__0__Profile", "mps-2026");

        var early = await CheckAsync(profile, ("Province__Switches__0__At", "2025-02-28T00:00:00"));
        var nameless = await CheckAsync(profile, ("Province__Switches__0__At", "2026-07-01T00:00:00"));

        Assert.Contains("mps-2026 begins on 2025-03-01", early.Output, StringComparison.Ordinal);
        Assert.Contains("UnitName and ProcedureCode are needed", nameless.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_another_procedure_is_worth_a_warning()
    {
        var (code, output) = await CheckAsync(("Province__Profile", "mps-2026"));

        Assert.Equal(0, code);
        Assert.Matches("! .*2\\.000488.* 3\\.000333", output);
    }

    [Fact]
    public async Task An_authority_without_a_rule_about_names_is_worth_a_warning_wherever_it_stands()
    {
        using var root = new TemporaryFile(TestAuthority.Root("CN=CA").Certificate.ExportCertificatePem());

        var (code, output) = await CheckAsync(
            ("Partners__V06__CaFiles__0", root.Path), ("Partners__V06__OnCrlUnavailable", "Accept"),
            ("Partners__Tthc__Tls__AuthorityFiles__0", root.Path), ("Partners__Tthc__Tls__OnCrlUnavailable", "Accept"),
            ("Partners__Lltp__Certificate__CaFiles__0", root.Path), ("Partners__Lltp__Certificate__OnCrlUnavailable", "Accept"),
            ("Partners__Lltp__Certificate__SubjectMustContain__0", "CN=So*"));

        Assert.Equal(0, code);
        Assert.Equal(["Partners:tthc:Tls:", "Partners:v06:"],
            output.Split('\n').Where(line => line.Contains("SubjectMustContain")).Select(line => line.Split(' ')[1]).Order());
    }

    static async Task<(int ExitCode, string Output)> CheckAsync(params IEnumerable<(string Name, string Value)> more)
    {
        using var installed = new InstalledConfiguration(Repository.Readme);
        return await installed.CheckAsync(
            installed.Settings.Concat(more.Select(one => ($"LLTP__{one.Name}", one.Value))), TestContext.Current.CancellationToken);
    }
}
