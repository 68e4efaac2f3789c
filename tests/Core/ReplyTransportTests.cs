using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class ReplyTransportTests
{
    static readonly ReplyFacts Plain = new(false, false, false);

    [Theory]
    [InlineData(Transport.NothingSent, null, ReplyClass.Retry)]
    [InlineData(Transport.Broken, null, ReplyClass.Unknown)]
    [InlineData(Transport.Broken, 200, ReplyClass.Unknown)]
    [InlineData(Transport.NotMapped, null, ReplyClass.NotMapped)]
    [InlineData(Transport.Unreadable, 200, ReplyClass.Unknown)]
    [InlineData(Transport.Unreadable, 204, ReplyClass.Unknown)]
    [InlineData(Transport.Unreadable, null, ReplyClass.Unknown)]
    public void What_the_line_did_is_judged_without_words(Transport transport, int? status, ReplyClass judged) =>
        Assert.Equal(judged, Judge(new(transport, status)));

    [Theory]
    [InlineData(408, ReplyClass.Retry), InlineData(425, ReplyClass.Retry), InlineData(429, ReplyClass.Retry)]
    [InlineData(503, ReplyClass.Retry)]
    [InlineData(500, ReplyClass.Unknown), InlineData(502, ReplyClass.Unknown), InlineData(504, ReplyClass.Unknown)]
    [InlineData(401, ReplyClass.Retry), InlineData(403, ReplyClass.Retry)]
    [InlineData(400, ReplyClass.Rejected), InlineData(404, ReplyClass.Rejected), InlineData(405, ReplyClass.Rejected)]
    [InlineData(413, ReplyClass.Rejected), InlineData(415, ReplyClass.Rejected), InlineData(422, ReplyClass.Rejected)]
    public void A_status_that_says_no_is_judged_alike_with_and_without_a_readable_body(int status, ReplyClass judged)
    {
        Assert.Equal(judged, Judge(new(Transport.Unreadable, status)));
        Assert.Equal(judged, Judge(new(Transport.Readable, status, "problem", "…")));
    }

    [Theory]
    [InlineData(500), InlineData(503)]
    public void A_yes_in_the_body_of_a_failed_status_is_no_yes(int status) =>
        Assert.NotEqual(ReplyClass.Done, Judge(new(Transport.Readable, status, "00")));

    [Theory]
    [InlineData(SoapFault.Client, ReplyClass.Rejected), InlineData(SoapFault.Server, ReplyClass.Unknown)]
    public void A_soap_fault_that_the_table_does_not_know_is_judged_by_who_is_to_blame(SoapFault fault, ReplyClass judged) =>
        Assert.Equal(judged, Judge(new(Transport.Readable, 500, "fault", "lỗi") { Fault = fault }, Partner.Lltp));

    [Fact]
    public void The_table_may_know_better_what_a_soap_server_fault_means()
    {
        var reply = new Reply(Transport.Readable, 500, null, "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin");

        Assert.Equal(ReplyClass.AlreadyDone, Judge(reply with { Fault = SoapFault.Server }, Partner.Lltp));
    }

    [Theory]
    [InlineData(Partner.Vneid, "02"), InlineData(Partner.Tthc, "02"), InlineData(Partner.Lltp, "2")]
    [InlineData(Partner.V06, "Gi"), InlineData(Partner.Dvcqg, "9")]
    public void Words_that_nobody_has_judged_are_parked_for_a_person(string partner, string code) =>
        Assert.Equal(ReplyClass.UnknownReply, Judge(new(Transport.Readable, 200, code, "?"), partner));

    static ReplyClass Judge(Reply reply, string partner = Partner.Vneid) =>
        ReplyTable.Shipped().Judge(partner, MessageKind.VneidState, reply, Plain).Class;
}
