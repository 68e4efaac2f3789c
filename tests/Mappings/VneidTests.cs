using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class VneidTests
{
    static readonly FileRef Pdf = new("ab", Samples.Pdf.Length);

    [Theory]
    [InlineData(2, "Được tiếp nhận", null), InlineData(3, "Không được tiếp nhận", "Thiếu giấy tờ kèm theo")]
    [InlineData(5, "Yêu cầu bổ sung giấy tờ", "Thiếu giấy tờ kèm theo"), InlineData(7, "Công dân yêu cầu rút hồ sơ", null)]
    [InlineData(8, "Dừng xử lý", "Thiếu giấy tờ kèm theo")]
    public void A_state_goes_with_its_national_name_and_reasons_only_where_they_belong(int state, string name, string? reason)
    {
        var json = Parse(VneidMap.WriteState(Samples.Facts(state)));
        Assert.Equal((name, reason, "ketqua"), ((string?)json["tenTrangThaiXuLy"], (string?)json["lyDoTuChoi"], (string?)json["type"]));
        Assert.Equal("05/06/2026", (string?)json["ngayHenTraKetQua"]);
        Assert.True(json.ContainsKey("ketQuaXuLy"));
    }

    [Fact]
    public void No_due_date_goes_as_null()
    {
        var json = Parse(VneidMap.WriteState(Samples.Facts() with { DueDate = null }));
        Assert.True(json.ContainsKey("ngayHenTraKetQua"));
        Assert.Null(json["ngayHenTraKetQua"]);
    }

    [Fact]
    public void A_state_outside_the_ten_is_not_sent() =>
        Assert.Equal(MappingFailureCode.UnmappedCode, VneidMap.WriteState(Samples.Facts(11)).Failure?.Code);

    [Fact]
    public void A_result_carries_as_much_as_asked_for()
    {
        Assert.Equal(Convert.ToBase64String(Samples.Pdf), (string?)Result(ResultDetail.Full)?["phieuLLTP"]);
        Assert.Equal("12 tháng", (string?)Result(ResultDetail.Full)?["thongTinAn"]?[0]?["dsHinhPhatChinh"]?[0]?["ghiChu"]);
        Assert.Equal("123/2026/LLTP-01", (string?)Result(ResultDetail.Numbers)?["soPhieuLLTP"]);
        Assert.Null(Result(ResultDetail.Numbers)?["phieuLLTP"]);
        Assert.Null(Result(ResultDetail.None));
    }

    [Theory]
    [InlineData("""{"statusCode":"01","data":null,"errorDetail":"không thể cập nhật"}""", "01", "không thể cập nhật")]
    [InlineData("""{"statusCode":0}""", "0", null)]
    [InlineData("<html></html>", null, null), InlineData("", null, null), InlineData("null", null, null), InlineData("{}", null, null)]
    public void An_answer_gives_its_code_and_text(string json, string? code, string? text)
    {
        var reply = VneidMap.ReadReply(Encoding.UTF8.GetBytes(json));
        Assert.Equal((code, text), (reply?.Code, reply?.Text));
    }

    [Fact]
    public void The_hubs_own_answer_is_the_envelope_of_the_contract() => Assert.Equal(
        """{"statusCode":"01","data":null,"errorDetail":"Hồ sơ không hợp lệ"}""",
            Encoding.UTF8.GetString(VneidReply.Refused("Hồ sơ không hợp lệ").ToJson()));

    [Fact]
    public void Paper_is_asked_for_by_post_or_in_person_only()
    {
        Assert.True(Samples.Application("paper-by-post").PaperAsked);
        Assert.False(Samples.Application("plain").PaperAsked);
        Assert.False(Samples.Application("least").PaperAsked);
    }

    [Fact]
    public void An_answer_to_a_look_up_holds_while_name_birth_sex_and_number_stay()
    {
        var first = Samples.Application("plain");
        Assert.Equal(first.LookupIdentity, (first with { Copies = 2 }).LookupIdentity);
        Assert.NotEqual(first.LookupIdentity, (first with { Applicant = first.Applicant with { IdNumber = "1" } }).LookupIdentity);
    }

    [Theory]
    [InlineData("VN", "Số 1, Phường A"), InlineData("việt nam", "Số 1, Phường A"), InlineData("Lào", "Số 1, Phường A, Lào")]
    public void An_address_is_joined_without_empty_parts_and_names_only_a_foreign_country(string country, string line) =>
        Assert.Equal(line, new Address { Detail = "Số 1", CommuneName = " Phường A ", DistrictName = "", CountryName = country }.Line());

    [Fact]
    public void Nothing_personal_shows_when_content_is_printed()
    {
        var application = Samples.Application("authorised");
        Assert.Equal("Application Applicant Authorisation", $"{application} {application.Applicant} {application.Authorisation}");
    }

    [Fact]
    public void A_catalogue_row_holds_only_in_its_time()
    {
        var row = new CatalogueRow("1", "a", "b", true, new(2026, 1, 1), new(2026, 6, 30));
        DateOnly[] days = [new(2025, 12, 31), new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 1)];
        Assert.Equal([false, true, true, false], days.Select(row.HoldsOn));
    }

    static JsonNode? Result(ResultDetail detail) =>
        Parse(VneidMap.WriteResult(Samples.Facts(9), Samples.Certificate(Pdf), detail, _ => Samples.Pdf))["ketQuaXuLy"];

    static JsonObject Parse(Writing writing) => JsonNode.Parse((writing.Bytes ?? default).Span)?.AsObject() ?? [];
}
