using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>The hub in the ministry's place, and in VNeID's, towards TTHC systems of today.</summary>
public sealed class MinistryTests
{
    public static TheoryData<string> Names() => [.. GoldenFile.Samples];

    [Theory, MemberData(nameof(Names))]
    public void A_dossier_that_a_system_sends_to_the_ministry_says_the_same_there_again(string sample)
    {
        var given = VneidMap.ReadApplication(Samples.Bytes(sample), new());
        var facts = Samples.Facts() with { Number = Samples.Value(given).Number };
        var first = Write(facts, given, Samples.Value(given));

        var read = MinistryMap.ReadDossier(first);
        var again = LgspMap.WriteDossier(facts, Samples.Value(read).Application, file => read.Blobs.Single(blob => blob.Sha256 == file.Sha256).Bytes, "khoa");

        Assert.Equal(facts.DueDate, Samples.Value(read).DueDate);
        Assert.Null(again.Failure);
        Assert.Equal(Pretty(first), Pretty(again.Bytes ?? default));
    }

    [Fact]
    public void The_secret_in_the_body_is_no_part_of_what_was_sent()
    {
        var given = VneidMap.ReadApplication(Samples.Bytes("plain"), new());
        var first = MinistryMap.ReadDossier(Write(Samples.Facts(), given, Samples.Value(given)));
        var other = MinistryMap.ReadDossier(LgspMap.WriteDossier(Samples.Facts(), Samples.Value(given), Samples.Files(given), "khoa-khac").Bytes ?? default);

        Assert.Equal(first.ContentHash, other.ContentHash);
        Assert.NotEqual("", first.ContentHash);
    }

    [Theory]
    [InlineData("toKhai.nycGioiTinh", "\"nycGioiTinh\":\"nam\""), InlineData("toKhai.ngayHenTra", "\"ngayHenTra\":\"31/02/2026\"")]
    [InlineData("toKhai.nycHoTen", "\"nycHoTen\":\"\"")]
    public void A_faulty_dossier_is_refused_with_its_path(string path, string member)
    {
        var form = string.Join(',', new[] { member, """
            "loaiPhieu":"1","nycHoTen":"Nguyễn Văn Thử","nycGioiTinh":"1","nycNgaySinh":"15/08/1990","nycLoaiGiayTo":"3","nycSoGiayTo":"038090000001"
            """ }.Select(text => text.Trim()));
        var once = member.Split(':')[0];
        var rest = string.Join(',', form.Split(',').Where((part, index) => index == 0 || !part.StartsWith(once, StringComparison.Ordinal)));
        var json = $$$"""{"maTinh":"38","maHoSoMCDT":"H56.14-260601-0001","toKhai":{{{{rest}}}}}""";

        Assert.Equal(path, MinistryMap.ReadDossier(Encoding.UTF8.GetBytes(json)).Refusal?.Path);
    }

    [Fact]
    public void Anything_born_abroad_keeps_its_words_and_gets_no_country()
    {
        var given = VneidMap.ReadApplication(Samples.Bytes("born-abroad"), new());
        var facts = Samples.Facts() with { Number = Samples.Value(given).Number };

        var birth = Samples.Value(MinistryMap.ReadDossier(Write(facts, given, Samples.Value(given)))).Application.Applicant.BirthPlace;

        Assert.Equal(("ZZ", Samples.Value(given).Applicant.BirthPlace?.Line()), (birth?.CountryCode, birth?.Line()));
    }

    [Theory]
    [InlineData(null, "1", null), InlineData("Sai khóa", "0", "Sai khóa")]
    public void A_reply_to_a_dossier_has_the_ministrys_words(string? refusal, string status, string? description)
    {
        var json = JsonNode.Parse(MinistryMap.WriteReply(refusal).ToArray());

        Assert.Equal((status, description), (json?["status"]?.GetValue<string>(), json?["errorDescription"]?.GetValue<string>()));
        Assert.Equal(refusal is null, $"{json?["statusDescription"]}".Contains("Gửi thông tin thành công", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_is_read_by_who_asks_as_it_was_issued()
    {
        var pdf = new FileRef(LLTP.Hub.Security.Fingerprint.Sha256Hex(Samples.Pdf), Samples.Pdf.Length);
        var certificate = Samples.Certificate(pdf);

        var answer = LgspMap.ReadPoll(MinistryMap.WriteAnswer("n", 9, certificate, _ => Samples.Pdf), "n", Samples.At(3));

        var issue = Assert.IsType<Issue>(answer?.Change?.Value);
        Assert.Equal(certificate.ToString(), issue.Certificate.ToString());
        Assert.Equal((9, certificate.Number, pdf), (answer?.State, issue.Certificate.Number, issue.Certificate.Pdf));
        Assert.False(LgspMap.ReadPoll(MinistryMap.WriteAnswer("n", null, null, _ => default), "n", Samples.At(3))?.Known);
    }

    [Theory, InlineData(2, null, "05/06/2026"), InlineData(3, "Thiếu giấy tờ", null), InlineData(5, "Bổ sung", null), InlineData(10, null, null)]
    public void A_told_state_is_read_as_it_is_told_to_vneid(int state, string? reason, string? due)
    {
        var facts = Samples.Facts(state) with { Reason = reason, DueDate = due is null ? null : new(2026, 6, 5) };

        Assert.Equal(new ToldState(facts.Number, state, reason, facts.DueDate, false, null), ToldStateMap.Read(VneidMap.WriteState(facts).Bytes ?? default).Value);
    }

    [Theory]
    [InlineData("trangThaiXuLy", "{\"maHoSoMCDT\":\"n\",\"trangThaiXuLy\":\"11\"}"), InlineData("lyDoTuChoi", "{\"maHoSoMCDT\":\"n\",\"trangThaiXuLy\":\"5\"}")]
    [InlineData("maHoSoMCDT", "{\"trangThaiXuLy\":\"2\"}"), InlineData("ngayHenTraKetQua", "{\"maHoSoMCDT\":\"n\",\"trangThaiXuLy\":2,\"ngayHenTraKetQua\":\"06/2026\"}")]
    public void A_told_state_that_cannot_be_is_refused_by_name(string path, string json) =>
        Assert.Equal(path, ToldStateMap.Read(Encoding.UTF8.GetBytes(json)).Refusal?.Path);

    static string? Pretty(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.ToArray())?.ToString();

    static ReadOnlyMemory<byte> Write(DossierFacts facts, Reading<Application> given, Application application) =>
        LgspMap.WriteDossier(facts, application, Samples.Files(given), "khoa").Bytes ?? default;
}
