using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>The contract lltp-lgsp on the general promises of an adapter.</summary>
public sealed class LgspAdapterTests(KeysFolder keys) : RestAdapterContract(
    keys, Partner.Lltp, MessageKind.LltpDossier,
    Json(200, """{"status":"1","statusDescription":"Gửi thông tin thành công","errorCode":"","errorDescription":""}"""),
    Json(200, """{"status":"0","statusDescription":"","errorCode":"01","errorDescription":"Thiếu trường"}"""))
{
    protected override IEnumerable<(string Name, string Value)> More => [("Contract", LgspOptions.Contract)];

    [Theory]
    [InlineData("""{"status":"0","errorDescription":"Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin"}""", false, ReplyClass.AlreadyDone)]
    [InlineData("""{"status":"0","errorDescription":"Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin"}""", true, ReplyClass.Conflict)]
    [InlineData("""{"status":"0","errorDescription":"Gửi thông tin thành công"}""", false, ReplyClass.Done)]
    [InlineData("""{"status":1,"statusDescription":"OK"}""", false, ReplyClass.Done)]
    public async Task The_softwares_words_decide_and_a_newer_version_is_never_taken_for_an_old_one(string answer, bool newVersion, ReplyClass expected)
    {
        var reply = await SayAsync(Json(200, answer));

        Assert.Equal(expected, ReplyTable.Shipped().Judge(Partner.Lltp, MessageKind.LltpDossier, reply, new(false, false, newVersion)).Class);
    }

    [Theory]
    [InlineData(4, 9, EventKind.Issued), InlineData(4, 10, EventKind.Issued), InlineData(4, 3, EventKind.Refused)]
    [InlineData(4, 5, EventKind.SupplementAsked), InlineData(4, 8, EventKind.Stopped), InlineData(4, 4, null), InlineData(4, null, null)]
    [InlineData(5, 5, null), InlineData(2, 9, null), InlineData(7, 9, null), InlineData(3, 3, null)]
    [InlineData(9, 9, EventKind.Reissued), InlineData(10, 10, EventKind.Reissued), InlineData(10, 5, null)]
    public void A_polled_state_is_news_only_where_the_dossier_waits_for_it(int here, int? there, EventKind? expected) =>
        Assert.Equal(expected, LgspPoll.News(new DossierRow { State = here }, there));
}
