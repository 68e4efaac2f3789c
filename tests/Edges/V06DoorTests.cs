using System.Text;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class V06DoorTests(RunningHub hub) : IClassFixture<RunningHub>
{
    const string Path = "v06/ket-qua";
    const string Door = "v06.KetQuaTraCuu";
    const string Media = "application/xml; charset=utf-8";

    [Fact]
    public async Task An_unsigned_result_gets_a_signed_refusal_and_leaves_one_row() =>
        await IsForgedAsync(SignedCalls.UnsignedResult("yc-khong-ky"));

    [Fact]
    public async Task A_result_changed_after_it_was_signed_gets_a_signed_refusal_and_leaves_one_row() =>
        await IsForgedAsync(SignedCalls.Result(hub.KeyOf("v06"), "yc-bi-sua").Replaced("KhongCo", "Co"));

    [Fact]
    public async Task A_result_signed_by_another_partner_is_not_believed() =>
        await IsForgedAsync(SignedCalls.Result(hub.KeyOf("lltp"), "yc-cua-nguoi-khac"));

    [Fact]
    public async Task A_plain_signature_is_not_the_agreed_one()
    {
        await IsForgedAsync(SignedCalls.PlainResult(hub.KeyOf("v06"), "yc-khong-xades"));
        var answer = await hub.PostAsync(Path, SignedCalls.PlainResult(hub.KeyOf("v06"), "yc-khong-xades"), Media);
        Assert.StartsWith("Chữ ký số không hợp lệ: Chữ ký không phải mức XAdES-B-B", answer.Element("MoTa"));
    }

    [Theory]
    [InlineData("<KetQuaTraCuu>", Media, 422, "Malformed")]
    [InlineData("<!DOCTYPE a><KetQuaTraCuu/>", Media, 422, "Malformed")]
    [InlineData("{}", "application/json", 415, "UnsupportedMedia")]
    public async Task What_is_not_bounded_xml_gets_a_signed_refusal_and_leaves_one_row(string text, string media, int status, string code)
    {
        var sent = Encoding.UTF8.GetBytes(text);

        (await hub.PostAsync(Path, sent, media)).IsRefusedReceipt(hub, status, code);

        await hub.LeftOneRowOnlyAsync(sent, Door, code);
    }

    [Fact]
    public async Task A_result_that_nobody_asked_for_is_refused_by_its_request_and_kept()
    {
        var sent = SignedCalls.Result(hub.KeyOf("v06"), "yc-khong-co");

        var answer = await hub.PostAsync(Path, sent, Media);

        answer.IsRefusedReceipt(hub, 404, "UnknownRequest");
        Assert.Equal("yc-khong-co", answer.Element("MaYeuCau"));
        await hub.WasKeptWholeAsync(sent, Door, "v06", "UnknownRequest");
    }

    async Task IsForgedAsync(byte[] sent)
    {
        (await hub.PostAsync(Path, sent, Media)).IsRefusedReceipt(hub, 403, "Forged");

        await hub.LeftOneRowOnlyAsync(sent, Door, "Forged");
    }
}
