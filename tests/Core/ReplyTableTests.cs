using System.Text;
using System.Text.Json;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class ReplyTableTests
{
    const string CannotUpdate = "Không thể cập nhật lên trạng thái 2";
    const string AlreadyReceived = "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin";
    static readonly ReplyFacts Plain = new(false, false, false);

    [Theory]
    [InlineData(Partner.Vneid, MessageKind.VneidState, "00", null, ReplyClass.Done)]
    [InlineData(Partner.Vneid, MessageKind.VneidState, "01", CannotUpdate, ReplyClass.Conflict)]
    [InlineData(Partner.Vneid, MessageKind.VneidState, "01", "Thiếu trường", ReplyClass.Rejected)]
    [InlineData(Partner.Vneid, MessageKind.VneidState, "03", "Yêu cầu bị gián đoạn, vui lòng thử lại", ReplyClass.Retry)]
    [InlineData(Partner.Vneid, MessageKind.VneidState, "03", "Lỗi khác", ReplyClass.Rejected)]
    [InlineData(Partner.Tthc, MessageKind.TthcDossier, "new", null, ReplyClass.Done)]
    [InlineData(Partner.Tthc, MessageKind.TthcDossier, "known", null, ReplyClass.AlreadyDone)]
    [InlineData(Partner.Lltp, MessageKind.LltpDossier, "0", "Thành công", ReplyClass.Done)]
    [InlineData(Partner.Lltp, MessageKind.LltpDossier, "0", AlreadyReceived, ReplyClass.AlreadyDone)]
    [InlineData(Partner.Lltp, MessageKind.LltpDossier, "1", "Thiếu họ tên", ReplyClass.Rejected)]
    [InlineData(Partner.V06, MessageKind.V06Lookup, "DaNhan", null, ReplyClass.Done)]
    [InlineData(Partner.V06, MessageKind.V06Lookup, "DaCo", null, ReplyClass.AlreadyDone)]
    [InlineData(Partner.V06, MessageKind.V06Lookup, "DaTraLoi", null, ReplyClass.AlreadyDone)]
    [InlineData(Partner.V06, MessageKind.V06Lookup, "KhongBiet", null, ReplyClass.UnknownReply)]
    [InlineData(Partner.V06, MessageKind.V06Cancel, "KhongBiet", null, ReplyClass.AlreadyDone)]
    [InlineData(Partner.V06, MessageKind.V06Cancel, "DaHuy", null, ReplyClass.Done)]
    [InlineData(Partner.V06, MessageKind.V06Lookup, "TuChoi", null, ReplyClass.Rejected)]
    [InlineData(Partner.Dvcqg, MessageKind.DvcqgDossier, "0", "Thành công", ReplyClass.Done)]
    [InlineData(Partner.Dvcqg, MessageKind.DvcqgDossier, "00", null, ReplyClass.Done)]
    public void A_readable_reply_means_what_the_table_says(string partner, string kind, string code, string? text, ReplyClass judged) =>
        Assert.Equal(judged, Judge(partner, kind, code, text, Plain).Class);

    [Theory]
    [InlineData(false, ReplyClass.Conflict), InlineData(true, ReplyClass.AlreadyDone)]
    public void A_state_that_vneid_cannot_set_is_already_done_only_where_vneid_is_there(bool notAhead, ReplyClass judged) =>
        Assert.Equal(judged, Judge(Partner.Vneid, MessageKind.VneidResult, "01", CannotUpdate, Plain with { NotAhead = notAhead }).Class);

    [Fact]
    public void A_state_that_vneid_cannot_set_is_already_done_when_an_earlier_attempt_may_have_set_it() => Assert.Equal(
        ReplyClass.AlreadyDone, Judge(Partner.Vneid, MessageKind.VneidState, "01", CannotUpdate, Plain with { Repeat = true }).Class);

    [Theory]
    [InlineData(false, ReplyClass.AlreadyDone), InlineData(true, ReplyClass.Conflict)]
    public void A_dossier_that_lltp_has_already_is_done_unless_it_is_a_newer_version(bool newVersion, ReplyClass judged) =>
        Assert.Equal(judged, Judge(Partner.Lltp, MessageKind.LltpUpdate, "0", AlreadyReceived, new(false, false, newVersion)).Class);

    [Theory]
    [InlineData("3"), InlineData("-3")]
    public void A_dossier_that_the_national_portal_has_is_sent_again_as_an_update(string code)
    {
        var judged = Judge(Partner.Dvcqg, MessageKind.DvcqgDossier, code, "Hồ sơ đã tồn tại", Plain);

        Assert.Equal((ReplyClass.Retry, "update"), (judged.Class, judged.Hint));
    }

    [Theory]
    [InlineData("KHÔNG THỂ CẬP NHẬT LÊN TRẠNG THÁI")]
    [InlineData("  Lỗi:  không thể \t cập\u00A0nhật\r\n lên   trạng thái 5. ")]
    public void Case_and_blanks_do_not_matter(string text) =>
        Assert.Equal(ReplyClass.Conflict, OfVneid(text));

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same() =>
        Assert.Equal(ReplyClass.Conflict, OfVneid(CannotUpdate.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("Khong the cap nhat len trang thai"), InlineData("không thể cập nhật trạng thái")]
    public void Other_words_are_not_taken_for_the_known_ones(string text) =>
        Assert.Equal(ReplyClass.Rejected, OfVneid(text));

    [Theory]
    [InlineData(ReplyCondition.Always, true, true, true, true)]
    [InlineData(ReplyCondition.Always, false, false, false, true)]
    [InlineData(ReplyCondition.Repeat, true, false, false, true)]
    [InlineData(ReplyCondition.Repeat, false, true, true, false)]
    [InlineData(ReplyCondition.NotAhead, false, true, false, true)]
    [InlineData(ReplyCondition.NotAhead, true, false, true, false)]
    [InlineData(ReplyCondition.NewVersion, false, false, true, true)]
    [InlineData(ReplyCondition.NewVersion, true, true, false, false)]
    public void A_row_holds_only_under_its_condition(ReplyCondition condition, bool repeat, bool notAhead, bool newVersion, bool holds)
    {
        var table = new ReplyTable([new("x", ReplyClass.Done, Condition: condition)]);

        var judged = table.Judge("x", "x.y", new(Transport.Readable, 200), new(repeat, notAhead, newVersion));

        Assert.Equal(holds ? ReplyClass.Done : ReplyClass.UnknownReply, judged.Class);
    }

    [Fact]
    public void A_row_can_be_bound_to_a_status()
    {
        var table = new ReplyTable([new("x", ReplyClass.Done, Status: 202)]);

        Assert.Equal(ReplyClass.Done, table.Judge("x", "x.y", new(Transport.Readable, 202), Plain).Class);
        Assert.Equal(ReplyClass.UnknownReply, table.Judge("x", "x.y", new(Transport.Readable, 200), Plain).Class);
    }

    [Theory]
    [InlineData("""[{ "partner": "vneid", "class": "Sure" }]"""), InlineData("{}")]
    [InlineData("""[{ "partner": "vneid", "class": "Done", "txt": "x" }]""")]
    public void A_file_with_words_that_mean_nothing_is_refused(string json) =>
        Assert.Throws<JsonException>(() => ReplyTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    static ReplyClass OfVneid(string text) => Judge(Partner.Vneid, MessageKind.VneidState, "01", text, Plain).Class;

    static Judgement Judge(string partner, string kind, string code, string? text, ReplyFacts facts) =>
        ReplyTable.Shipped().Judge(partner, kind, new(Transport.Readable, 200, code, text), facts);
}
