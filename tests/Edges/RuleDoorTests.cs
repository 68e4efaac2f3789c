using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Tests.Mappings;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Every rule on applications in VNeID's own envelope: kept to, warned of, and refused where the configuration says so.</summary>
public sealed class RuleDoorTests(RunningHub hub, RefusingHub refusing) : IClassFixture<RunningHub>, IClassFixture<RefusingHub>
{
    static DateOnly Today => TimeProvider.System.GetUtcNow().VietnamDay();

    static readonly Dictionary<string, (Action<JsonObject> Good, Action<JsonObject> Bad)> Cases = new()
    {
        ["ApplicantAge"] = (Aged(Today.AddYears(-16)), Aged(Today.AddYears(-16).AddDays(1))),
        ["ImplausibleNumber"] = (Set("nycSoGiayTo", "038090000001"), Set("nycSoGiayTo", "038190000001")),
        ["Form2NotAuthorised"] = (form => form["loaiPhieu"] = 2, form => (form["loaiPhieu"], form["uyQuyen"], form["thongTinUyQuyen"]) = (2, 1, Deed())),
        ["AuthorisationIncomplete"] = (form => (form["uyQuyen"], form["thongTinUyQuyen"]) = (1, Deed()), form => (form["uyQuyen"], form["thongTinUyQuyen"]) = (1, Deed("nuqQuanHe"))),
        ["TextForm"] = (Set("nycHoTen", "Nguyễn Văn Thử".Normalize(NormalizationForm.FormD)), Set("nycHoTen", "Nguyễn Văn q\u0323")),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_keeps_to_a_rule_is_accepted_without_its_warning_and_the_rest_with_it(string code)
    {
        Assert.DoesNotContain(code, await WarningsAsync(Cases[code].Good));

        Assert.Contains(code, await WarningsAsync(Cases[code].Bad));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Where_the_configuration_says_so_it_is_refused_in_the_envelope_and_kept(string code)
    {
        await refusing.Hub.SubmittedAsync(Cases[code].Good);
        var sent = (await refusing.Hub.RequestAsync(Cases[code].Bad)).Bytes();

        Assert.Matches("^Không đúng quy định: .+ \\(toKhai\\..+\\)\\. Căn cứ: .+", (await refusing.Hub.SubmitAsync(sent)).SaysNo());

        await refusing.Hub.WasKeptWholeAsync(sent, "vneid.TaoHoSo", "vneid", "AgainstRule");
    }

    [Fact]
    public async Task A_decomposed_name_is_kept_composed()
    {
        var number = await hub.SubmittedAsync(Cases["TextForm"].Good);

        Assert.Equal("Nguyễn Văn Thử", (await hub.Files.ApplicationAsync(number))?.Applicant.FullName);
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.4", true), InlineData("application/x-sh", "#!/bin/sh", false), InlineData("application/pdf", "PK", false)]
    public async Task A_file_type_is_on_the_list_or_refused(string type, string content, bool taken)
    {
        var answer = await SubmitAsync(type, Encoding.ASCII.GetBytes(content));

        Assert.Equal(taken ? "00" : "01", answer.Member("statusCode"));
    }

    [Fact]
    public async Task A_pdf_of_ten_mebibytes_is_taken_and_a_larger_one_refused_in_the_envelope()
    {
        var largest = new byte[10 << 20];
        "%PDF-1.4"u8.CopyTo(largest);

        (await SubmitAsync("application/pdf", largest)).IsYes();
        Assert.NotEmpty((await SubmitAsync("application/pdf", [.. largest, 0])).SaysNo());
    }

    [Fact]
    public void Every_rule_on_applications_has_its_cases_here() => Assert.Equal(
        RuleTable.Rows.Where(rule => rule is { At: RuleSubject.Application, By: RuleEnforcer.Rules }).Select(rule => rule.Code).Order(), Cases.Keys.Order());

    [Fact]
    public async Task Operations_list_the_rules_of_the_day_with_their_switches()
    {
        var rules = (await refusing.Hub.SendAsync(HttpMethod.Get, new(refusing.Hub.Operations, "api/v1/rules"), null)).Json.EnumerateArray().ToList();

        var age = rules.Single(rule => rule.GetProperty("code").GetString() == "ApplicantAge");
        Assert.Equal(("Refuse", "Rules:ApplicantAge", "2026-07-01"),
            (age.GetProperty("effect").GetString(), age.GetProperty("switch").GetString(), age.GetProperty("from").GetString()));
    }

    async Task<Answer> SubmitAsync(string type, byte[] content)
    {
        var paper = new JsonObject { ["ma"] = "GT", ["ten"] = "x", ["danhSach"] = new JsonArray(
            new JsonObject { ["loai"] = type, ["duLieu"] = Convert.ToBase64String(content) }) };
        return await hub.SubmitAsync((await hub.RequestAsync(form => form["giayToDinhKem"] = new JsonArray(paper))).Bytes());
    }

    async Task<IEnumerable<string>> WarningsAsync(Action<JsonObject> change)
    {
        var kept = await hub.Files.ApplicationAsync(await hub.SubmittedAsync(change));
        return kept?.Warnings.Select(warning => warning.Code) ?? [];
    }

    static Action<JsonObject> Set(string field, string value) => form => form[field] = value;

    static Action<JsonObject> Aged(DateOnly born) => form => (form["nycNgaySinh"], form["nycLoaiGiayTo"], form["nycSoGiayTo"]) =
        (born.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), 1, "171234567");

    static JsonObject Deed(string? without = null)
    {
        var deed = Samples.Json("authorised")["toKhai"]?["thongTinUyQuyen"]?.DeepClone().AsObject() ?? [];
        if (without is not null)
            deed.Remove(without);
        return deed;
    }
}

/// <summary>A hub that refuses what is against a rule.</summary>
public sealed class RefusingHub : IAsyncLifetime
{
    public RunningHub Hub { get; } = new();

    public ValueTask InitializeAsync()
    {
        foreach (var code in RuleDoorTests.Codes)
            Hub.Settings[$"Rules__{code.Data}"] = "Refuse";
        return Hub.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
