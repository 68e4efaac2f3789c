using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class LltpAdapterTests(KeysFolder keys) : AdapterContract(keys, Partner.Lltp, MessageKind.LltpDossier)
{
    protected override Said Yes => Says("0", $"urn:uuid:{AdapterUnderTest.DeliveryId}");

    protected override Said No => Says("1", $"urn:uuid:{AdapterUnderTest.DeliveryId}");

    [Fact]
    public async Task A_yes_to_another_message_is_no_answer()
    {
        var reply = await SayAsync(Says("0", $"urn:uuid:{Guid.NewGuid()}"));

        Assert.Equal(Transport.Unreadable, reply.Transport);
    }

    [Fact]
    public async Task A_yes_that_was_changed_or_signed_by_a_stranger_is_no_answer()
    {
        using var stranger = DevelopmentKeys.Create("lltp", TimeProvider.System);

        Assert.Equal(Transport.Unreadable, (await SayAsync(No with { Body = key => No.Body(key).Replaced(">1<", ">0<") })).Transport);
        Assert.Equal(Transport.Unreadable, (await SayAsync(Yes with { Body = _ => Yes.Body(stranger) })).Transport);
    }

    [Theory]
    [InlineData("s:Client", SoapFault.Client), InlineData("s:Server", SoapFault.Server), InlineData("wsse:FailedCheck", SoapFault.Client)]
    public async Task A_signed_fault_says_who_is_to_blame(string code, SoapFault fault)
    {
        var reply = await SayAsync(new(500, "text/xml", key =>
            Soap.Fault(new(code, "Lỗi", "X"), Relating($"urn:uuid:{AdapterUnderTest.DeliveryId}"), key, SignedCalls.Now).ToArray()));

        Assert.Equal((Transport.Readable, 500, fault), (reply.Transport, reply.Status, reply.Fault));
    }

    static Said Says(string status, string relatesTo) => new(200, "text/xml", key => Soap.Sign(
        LltpMap.WriteReply("nhanHoSoDangKy", status, "Mô tả", "TN-1").Bytes ?? default, Relating(relatesTo), key, SignedCalls.Now)
        .ToArray());

    static Addressing Relating(string message) =>
        new($"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:nhanHoSoDangKyResponse", null, message);
}
