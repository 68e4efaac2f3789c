using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

public sealed class V06AdapterTests(KeysFolder keys) : AdapterContract(keys, Partner.V06, MessageKind.V06Lookup)
{
    protected override Said Yes => Says("DaNhan");

    protected override Said No => Says("TuChoi");

    [Fact]
    public async Task A_receipt_that_was_changed_or_signed_by_a_stranger_is_no_answer()
    {
        using var stranger = DevelopmentKeys.Create("v06", TimeProvider.System);

        Assert.Equal(Transport.Unreadable, (await SayAsync(No with { Body = key => No.Body(key).Replaced("TuChoi", "DaNhan") })).Transport);
        Assert.Equal(Transport.Unreadable, (await SayAsync(Yes with { Body = _ => Yes.Body(stranger) })).Transport);
    }

    [Fact]
    public async Task A_signed_receipt_is_kept_as_evidence() => Assert.False((await SayAsync(Yes)).Evidence.IsEmpty);

    static Said Says(string state) => new(200, "application/xml", key => DocumentSigner.Sign(
        V06Map.WriteReceipt(AdapterUnderTest.DeliveryId, null, state, null, "Mô tả", SignedCalls.Now).Bytes ?? default,
        V06Map.RootId, key));
}
