using System.Text;
using LLTP.Hub.Tests.Mappings;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class JwsDoorTests(SignedRest signed) : IClassFixture<SignedRest>
{
    const string Json = "application/json";
    readonly RunningHub hub = signed.Hub;

    [Fact]
    public async Task Vneid_with_code_and_signature_gets_numbers_and_is_believed_again_when_it_repeats()
    {
        var sent = await RequestAsync();
        var signature = signed.Signed(signed.Vneid, "POST", VneidCalls.TaoHoSo, sent);

        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, signature)).IsYes();
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, signature)).IsYes();
    }

    [Fact]
    public async Task Without_a_signature_vneid_is_refused_in_its_own_envelope_and_its_bytes_are_kept()
    {
        var sent = await RequestAsync();

        var said = (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json)).SaysNo(400);

        Assert.Contains("no signature", said, StringComparison.Ordinal);
        await hub.WasKeptWholeAsync(sent, "vneid.TaoHoSo", "vneid", "Forged");
        (await hub.GetAsync(VneidCalls.LayMaHoSo)).SaysNo(400);
    }

    [Fact]
    public async Task A_signature_never_replaces_the_code_that_is_configured_beside_it()
    {
        var sent = await RequestAsync();
        const string NoCode = "api/v1/hosos/LLTP/TaoHoSo";

        (await hub.PostAsync(NoCode, sent, Json, signed.Signed(signed.Vneid, "POST", NoCode, sent))).SaysNo(400);

        await hub.LeftOneRowOnlyAsync(sent, "vneid.TaoHoSo", "NotAuthenticated");
    }

    [Fact]
    public async Task A_changed_body_a_strange_key_another_door_and_two_signatures_are_refused()
    {
        var sent = await RequestAsync();
        var good = signed.Signed(signed.Vneid, "POST", VneidCalls.TaoHoSo, sent);

        (await hub.PostAsync(VneidCalls.TaoHoSo, [.. sent, (byte)' '], Json, good)).SaysNo(400);
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, signed.Signed(signed.Tthc, "POST", VneidCalls.TaoHoSo, sent))).SaysNo(400);
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, signed.Signed(signed.Vneid, "POST", VneidCalls.LayMaHoSo, sent))).SaysNo(400);
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, good, good)).SaysNo(400);
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, good)).IsYes();
    }

    [Fact]
    public async Task Tthc_signs_path_and_key_so_that_no_decision_moves_to_another_dossier_or_counts_twice()
    {
        var (number, key) = (await SubmittedAsync(), TthcCalls.Key());
        var (path, decision) = ($"api/tthc/v1/dossiers/{number}/acceptance", TthcCalls.Decision());
        var good = signed.Signed(signed.Tthc, "POST", path, decision, key);
        (string, string)[] named = [TthcCalls.Bearer, ("Idempotency-Key", key)];

        (await hub.PostAsync(path, decision, Json, named)).IsProblem(403, "Forged");
        (await hub.PostAsync(path, decision, Json, [TthcCalls.Bearer, ("Idempotency-Key", TthcCalls.Key()), good]))
            .IsProblem(403, "Forged");
        (await hub.PostAsync(path.Replace("acceptance", "withdrawal"), decision, Json, [.. named, good])).IsProblem(403, "Forged");
        (await hub.PostAsync($"api/tthc/v1/dossiers/{number}0/acceptance", decision, Json, [.. named, good])).IsProblem(403, "Forged");
        var first = await hub.PostAsync(path, decision, Json, [.. named, good]);
        var again = await hub.PostAsync(path, decision, Json, [.. named, good]);

        Assert.Equal((200, first.Text), (first.Status, again.Text));
        await hub.WasKeptAsync(decision, "tthc", "Forged");
    }

    [Fact]
    public async Task Tthc_reads_only_with_a_signature()
    {
        const string Path = "api/tthc/v1/dossiers/H56.14-200101-0001";

        (await hub.GetAsync(Path, TthcCalls.Bearer)).IsProblem(403, "Forged");
        (await hub.GetAsync(Path, TthcCalls.Bearer, signed.Signed(signed.Tthc, "GET", Path, []))).IsProblem(404, "UnknownDossier");
    }

    [Fact]
    public async Task Neither_a_code_nor_a_signature_is_written()
    {
        var sent = Encoding.UTF8.GetBytes("{}");
        var (name, value) = signed.Signed(signed.Tthc, "POST", VneidCalls.TaoHoSo, sent);

        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, (name, value))).SaysNo(400);

        Assert.Contains("Turned away at vneid.TaoHoSo: Forged", hub.Output, StringComparison.Ordinal);
        Assert.All([RunningHub.CodeGet, RunningHub.TthcSecret, value.Split('.')[2]],
            secret => Assert.DoesNotContain(secret, hub.Output, StringComparison.Ordinal));
    }

    async Task<byte[]> RequestAsync()
    {
        var json = Samples.Json("plain");
        var signature = signed.Signed(signed.Vneid, "GET", VneidCalls.LayMaHoSo, []);
        json["maHoSoMCDT"] = (await hub.GetAsync(VneidCalls.LayMaHoSo, signature)).Member("data");
        return json.Bytes();
    }

    async Task<string> SubmittedAsync()
    {
        var sent = await RequestAsync();
        (await hub.PostAsync(VneidCalls.TaoHoSo, sent, Json, signed.Signed(signed.Vneid, "POST", VneidCalls.TaoHoSo, sent))).IsYes();
        return System.Text.Json.Nodes.JsonNode.Parse(sent)?.AsObject().Number() ?? "";
    }
}
