using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lgsp;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class LgspTests
{
    static readonly DateTimeOffset Asked = Samples.At(3);
    static readonly string Pdf = Convert.ToBase64String(Samples.Pdf);

    public static TheoryData<string> Names() => [.. GoldenFile.Samples];

    [Theory, MemberData(nameof(Names))]
    public void The_software_behind_the_lgsp_gets_the_recorded_dossier(string sample)
    {
        var reading = LLTP.Hub.Mappings.Vneid.VneidMap.ReadApplication(Samples.Bytes(sample), new());
        var application = Samples.Value(reading);
        var writing = LgspMap.WriteDossier(Samples.Facts() with { Number = application.Number }, application, Samples.Files(reading), "khoa");
        GoldenFile.MatchesJson($"{sample}/lgsp.json", writing.Bytes);
        GoldenFile.MatchesReport($"{sample}/lgsp.report.txt", writing.Report);
        Assert.All(Leaves(JsonNode.Parse(writing.Bytes?.ToArray() ?? [])), value => Assert.Equal(JsonValueKind.String, value.GetValueKind()));
    }

    [Fact]
    public void A_convictions_text_goes_out_also_for_a_self_applicant()
    {
        var application = Samples.Application("convictions");
        Assert.Equal(0, application.Authorised ?? 0);
        Assert.Equal(application.DeclaredConvictions, Form(application)["thongTinAnTich"]?.GetValue<string>());
    }

    [Fact]
    public void Dotted_area_codes_go_out_with_their_last_segment()
    {
        var plain = Samples.Application("plain");
        var person = plain.Applicant with { Permanent = new() { ProvinceCode = "38", DistrictCode = "38.380", CommuneCode = "38.380.14797" } };
        var place = Form(plain with { Applicant = person })["nycThuongTru"];
        Assert.Equal(("38", "380", "14797"), ($"{place?["maTinhThanh"]}", $"{place?["maQuanHuyen"]}", $"{place?["maPhuongXa"]}"));
    }

    [Fact]
    public void A_dossier_without_a_due_date_is_refused_by_name()
    {
        var writing = LgspMap.WriteDossier(Samples.Facts() with { DueDate = null }, Samples.Application("plain"), _ => Samples.Pdf, "khoa");
        Assert.Equal((MappingFailureCode.MissingField, "dueDate"), (writing.Failure?.Code, writing.Failure?.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>502</html>")]
    [InlineData("[]")]
    [InlineData("""{"khac":1}""")]
    [InlineData("""{"status":1,"value":[{"maHoSoMCDT":"khac","trangThaiXuLy":9}]}""")]
    public void What_is_no_answer_about_this_dossier_is_none(string json) => Assert.Null(Poll(json));

    [Theory]
    [InlineData("""{"status":0,"statusDescription":"Không tìm thấy hồ sơ"}"""), InlineData("""{"status":1,"value":[]}""")]
    public void An_unknown_dossier_is_told_apart_from_silence(string json) => Assert.False(Poll(json)?.Known);

    [Theory]
    [InlineData(3, typeof(Refusal)), InlineData(5, typeof(SupplementRequest)), InlineData(8, typeof(Stop)), InlineData(4, null)]
    public void A_state_becomes_the_act_that_led_there(int state, Type? act)
    {
        var said = Poll($$"""{"status":1,"statusDescription":"Lý do","value":[{"maHoSoMCDT":"H1","trangThaiXuLy":"{{state}}","ketQuaXuLy":null}]}""");
        Assert.Equal((true, state, act), (said?.Known, said?.State, said?.Change?.Value?.GetType()));
        Assert.Equal(act is null ? null : "Lý do", (said?.Change?.Value as Act)?.Reason);
    }

    [Theory]
    [InlineData("9"), InlineData("10")]
    public void A_certificate_is_read_whole(string state)
    {
        var said = Poll(Issued(state, Pdf, "04/06/2026"));
        var certificate = Assert.IsType<Issue>(said?.Change?.Value).Certificate;
        Assert.Equal(("12/2026", "04/06/2026", 2, "Lê Thị Mẫu"), (certificate.Number, certificate.IssuedOn.Shown, certificate.FormType, certificate.Signer));
        Assert.Equal("173", Assert.Single(Assert.Single(certificate.Judgments).Offences).Code);
        Assert.Equal(Samples.Pdf, Assert.Single(said?.Change?.Blobs ?? []).Bytes.ToArray());
    }

    [Theory]
    [InlineData("AAAA", "04/06/2026", MappingFailureCode.NotPdf)]
    [InlineData("%%%%", "04/06/2026", MappingFailureCode.BadBase64)]
    [InlineData(null, "31/02/2026", MappingFailureCode.BadDate)]
    public void A_certificate_that_cannot_be_right_is_refused(string? pdf, string day, MappingFailureCode code)
    {
        var said = Poll(Issued("9", pdf ?? Pdf, day));
        Assert.True(said is null ? code == MappingFailureCode.BadBase64 : said.Change?.Refusal?.Code == code);
    }

    static string Issued(string state, string pdf, string day) => $$$"""
        {"status":1,"statusDescription":"","value":[{"maHoSoMCDT":"H1","trangThaiXuLy":"{{{state}}}","ketQuaXuLy":{
          "soPhieuLLTP":"12/2026","ngayCapPhieu":"{{{day}}}","loaiPhieu":"2","nguoiKy":"Lê Thị Mẫu","phieuLLTP":"{{{pdf}}}","quyetDinhThuHoi":null,
          "thongTinAn":[{"soBanAn":"1","dsToiDanh":[{"toiDanh":"173","tenToiDanh":"Trộm cắp tài sản"}]}]}}]}
        """;

    static LgspAnswer? Poll(string json) => LgspMap.ReadPoll(Encoding.UTF8.GetBytes(json), "H1", Asked);

    static JsonNode Form(Application application) =>
        JsonNode.Parse(LgspMap.WriteDossier(Samples.Facts(), application, _ => Samples.Pdf, "khoa").Bytes?.ToArray() ?? [])?["toKhai"] ?? new JsonObject();

    static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node],
    };
}
