using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>The contract tthc-existing on the general promises of an adapter.</summary>
public sealed class TthcExistingAdapterTests(KeysFolder keys) : RestAdapterContract(
    keys, Partner.Tthc, MessageKind.TthcDossier,
    Json(200, """{"statusCode":"00","data":null,"errorDetail":null}"""), Json(200, """{"statusCode":"01","data":null,"errorDetail":"Thiếu trường"}"""))
{
    protected override IEnumerable<(string Name, string Value)> More => [("Contract", "existing")];

    [Theory]
    [InlineData(false, false, ReplyClass.Conflict), InlineData(true, false, ReplyClass.AlreadyDone)]
    [InlineData(false, true, ReplyClass.Conflict), InlineData(true, true, ReplyClass.Conflict)]
    public async Task A_no_because_no_supplement_was_asked_means_done_only_after_an_attempt_and_where_the_system_had_asked(
        bool repeat, bool ahead, ReplyClass expected)
    {
        var reply = await SayAsync(Json(200, """{"statusCode":"01","data":null,"errorDetail":"Hồ sơ không ở trạng thái yêu cầu bổ sung"}"""));

        Assert.Equal(expected, ReplyTable.Shipped().Judge(Partner.Tthc, MessageKind.TthcDossier, reply, new(repeat, ahead, true)).Class);
    }
}
