using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class DvcqgTests
{
    [Fact]
    public void A_progress_line_is_known_by_number_time_and_state()
    {
        var line = Parse(DvcqgMap.WriteProgress(Samples.Facts(5), "s", "H56.14"))?["data"]?[0];
        Assert.Equal(("H56.14-260601-0001", "20260601100000", "5"), ((string?)line?["MaHoSo"], (string?)line?["ThoiDiemXuLy"],
            (string?)line?["TrangThai"]));
        Assert.Equal("Thiếu giấy tờ kèm theo", (string?)line?["NoiDungXuLy"]);
    }

    [Fact]
    public void Times_are_those_of_Vietnam()
    {
        var facts = Samples.Facts() with { ReceivedAt = new(2026, 5, 31, 18, 30, 0, TimeSpan.Zero) };
        Assert.Equal("20260601013000", Dossier(facts, "plain")?["NgayTiepNhan"]?.ToString());
    }

    [Fact]
    public void The_handling_officer_has_at_most_fifty_characters()
    {
        var facts = Samples.Facts() with { Officer = new(new string('a', 51), null, null) };
        Assert.Equal(50, ((string?)Parse(DvcqgMap.WriteProgress(facts, "s", "u"))?["data"]?[0]?["NguoiXuLy"])?.Length);
    }

    [Theory]
    [InlineData("plain", "1"), InlineData("born-abroad", "2"), InlineData("passport", null)]
    public void The_kind_of_identity_follows_the_length_of_the_number(string sample, string? kind) =>
        Assert.Equal(kind, (string?)Dossier(Samples.Facts(), sample)?["DinhDanhCHS"]?[0]?["LoaiDinhDanh"]);

    [Fact]
    public void The_summary_has_at_most_a_thousand_characters()
    {
        var application = Samples.Application("plain");
        var named = application with { Applicant = application.Applicant with { FullName = new('x', 1200) } };
        var data = Parse(DvcqgMap.WriteDossier(Samples.Facts(), named, "s", "u", updating: true));
        Assert.Equal(1000, ((string?)data?["data"]?[0]?["TrichYeuHoSo"])?.Length);
        Assert.Equal("True", (string?)data?["isUpdating"]);
    }

    [Theory]
    [InlineData("""{"session":"abc","error_code":"0"}""", "abc"), InlineData("""{"session":"abc","error_code":0}""", "abc")]
    [InlineData("""{"session":"","error_code":"0"}""", null), InlineData("""{"session":"abc","error_code":"-1"}""", null)]
    [InlineData("<html>", null)]
    public void A_session_is_taken_only_from_a_login_that_succeeded(string json, string? session) =>
        Assert.Equal(session, DvcqgMap.ReadSession(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_answer_gives_its_code_and_text()
    {
        Assert.Equal(("3", "Hồ sơ đã tồn tại"),
            DvcqgMap.ReadReply(Encoding.UTF8.GetBytes("""{"error_code":"3","message":"Hồ sơ đã tồn tại"}""")));
        Assert.Null(DvcqgMap.ReadReply(Encoding.UTF8.GetBytes("{}")));
    }

    static JsonNode? Dossier(DossierFacts facts, string sample) =>
        Parse(DvcqgMap.WriteDossier(facts, Samples.Application(sample), "s", "H56.14", updating: false))?["data"]?[0];

    static JsonNode? Parse(Writing writing) => JsonNode.Parse((writing.Bytes ?? default).Span);
}
