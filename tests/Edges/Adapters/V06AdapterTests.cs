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

    [Theory]
    [InlineData(null, Transport.Unreadable), InlineData("true", Transport.Unreadable), InlineData("false", Transport.Readable)]
    public async Task A_plain_signature_counts_only_where_that_is_configured(string? required, Transport expected)
    {
        using var own = new KeysFolder();
        await using var stub = await PartnerStub.StartAsync(context => PartnerStub.Answer(200, "application/xml", DocumentSigner.Sign(
            Receipt("DaNhan"), V06Map.RootId, SigningKey.FromPem(System.IO.Path.Combine(own.Path, "v06.pem"), System.IO.Path.Combine(own.Path, "v06.key.pem"))))(context));
        await using var tested = new AdapterUnderTest(
            own.Path, Partner.V06, stub.Address, TimeSpan.FromSeconds(30), required is null ? [] : [("RequireXades", required)]);

        Assert.Equal(expected, (await tested.SendAsync(MessageKind.V06Lookup)).Transport);
    }

    static Said Says(string state) =>
        new(200, "application/xml", key => DocumentSigner.Sign(Receipt(state), V06Map.RootId, key, SignedCalls.Now));

    static ReadOnlyMemory<byte> Receipt(string state) =>
        V06Map.WriteReceipt(AdapterUnderTest.DeliveryId, null, state, null, "Mô tả", SignedCalls.Now).Bytes ?? default;
}
