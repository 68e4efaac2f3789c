using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Tests.Edges.Operations;
using LLTP.Hub.Tests.Mappings;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A TTHC system of today at the hub's doors, where it believes to speak with VNeID and the ministry.</summary>
public sealed class ExistingTthcTests(ExistingTthcHub house) : IClassFixture<ExistingTthcHub>
{
    const string Base = "api/tthc-existing/";

    RunningHub Hub => house.Hub;

    [Fact]
    public async Task What_it_tells_vneid_moves_the_dossier_and_a_repeat_is_taken_again()
    {
        var number = await Hub.SubmittedAsync();

        for (var times = 0; times < 2; times++)
            (await TellAsync(number, 2)).IsYes();

        var dossier = await DossierAsync(number);
        Assert.Equal(2, dossier["dossier"]?["state"]?.GetValue<int>());
        Assert.Single(dossier["events"]?.AsArray() ?? [], row => row?["kind"]?.GetValue<string>() == "Accepted");
    }

    [Fact]
    public async Task Sending_it_to_the_ministry_accepts_it_and_telling_so_afterwards_is_an_echo()
    {
        var number = await Hub.SubmittedAsync();

        Assert.Equal("1", (await SendAsync(number, ExistingTthcHub.AuthKey)).Member("status"));
        (await TellAsync(number, 2)).IsYes();
        (await TellAsync(number, 4)).IsYes();

        var dossier = await DossierAsync(number);
        Assert.Equal(2, dossier["dossier"]?["state"]?.GetValue<int>());
        Assert.Equal(4, dossier["displays"]?.AsArray().Single(row => row?["partner"]?.GetValue<string>() == "tthc")?["state"]?.GetValue<int>());
    }

    [Fact]
    public async Task A_dossier_that_the_hub_does_not_know_comes_from_the_counter_and_is_accepted_at_once()
    {
        var number = $"H56.14-260601-{Random.Shared.Next(10_000, 99_999)}";

        for (var times = 0; times < 2; times++)
            Assert.Equal("1", (await SendAsync(number, ExistingTthcHub.AuthKey, source: 3)).Member("status"));

        var dossier = await DossierAsync(number);
        Assert.Equal((2, "tthc"), (dossier["dossier"]?["state"]?.GetValue<int>(), dossier["dossier"]?["origin"]?.GetValue<string>()));
        Assert.DoesNotContain(dossier["deliveries"]?.AsArray() ?? [], row => row?["partner"]?.GetValue<string>() == "vneid");
        Assert.Equal(2, (await PollAsync(number)).Json.GetProperty("value")[0].GetProperty("trangThaiXuLy").GetInt32());
    }

    [Fact]
    public async Task An_unknown_dossier_that_says_it_is_of_vneid_is_not_taken_for_one_of_the_counter() =>
        Assert.Equal("0", (await SendAsync("H56.14-260601-8888", ExistingTthcHub.AuthKey, source: 4)).Member("status"));

    [Fact]
    public async Task The_secret_in_the_body_is_judged_and_leaves_no_bytes()
    {
        var answer = await SendAsync("H56.14-260601-7777", "sai");

        Assert.Equal((401, "0"), (answer.Status, answer.Member("status")));
        Assert.Equal(0, (await PollAsync("H56.14-260601-7777")).Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Without_the_token_of_its_adapter_nobody_gets_in()
    {
        var answer = await Hub.PostAsync(Base + "v2/lyLichTuPhap/traKetQuaHoSoLLTP", Told("H56.14-260601-0001", 2), "application/json");

        answer.SaysNo(401);
    }

    [Fact]
    public async Task A_state_that_cannot_be_taken_is_refused_in_vneids_words()
    {
        var number = await Hub.SubmittedAsync();

        Assert.Contains(number, (await TellAsync(number, 9)).SaysNo(), StringComparison.Ordinal);
        (await TellAsync("H56.14-200101-0001", 2)).SaysNo();
    }

    [Fact]
    public async Task Each_system_sees_its_own_dossiers_only()
    {
        var request = await Hub.RequestAsync();
        request["maTinh"] = "36";
        (await Hub.SubmitAsync(request.Bytes())).IsYes();
        (string, string)[] second = [("Authorization", $"Bearer {ExistingTthcHub.SecondSecret}"), ("Idempotency-Key", TthcCalls.Key())];

        (await TellAsync(request.Number(), 2)).SaysNo();
        var accepted = await Hub.PostAsync($"api/tthc/v1/dossiers/{request.Number()}/acceptance", TthcCalls.Decision(), "application/json", second);
        var other = await Hub.GetAsync($"api/tthc/v1/dossiers/{await Hub.SubmittedAsync()}", second[0]);

        Assert.Equal(200, accepted.Status);
        other.IsProblem(404, "UnknownDossier");
    }

    [Fact]
    public async Task A_supplement_that_never_comes_is_stopped_by_an_officers_command_and_this_system_has_to_be_told_by_hand()
    {
        var number = await GivenSupplementAskedAsync();
        Assert.NotEqual(0, (await Hub.ActAsync("dossiers", "stop", number)).Code);
        await Hub.Files.AgeAsync(number, TimeSpan.FromDays(31));

        var (code, output) = await Hub.ActAsync("dossiers", "stop", number);

        Assert.True(code == 0, output);
        Assert.Equal(8, await Hub.StateAsync(number));
        Assert.Equal(["RepairDossierStopped"], await Hub.ActsAsync(number));
        Assert.Contains(("TellByHand", "tthc.progress"), (await Hub.GetOperationsAsync("api/v1/work-items")).EnumerateArray()
            .Where(item => item.GetProperty("dossier").GetString() == number)
            .Select(item => (item.GetProperty("kind").GetString(), item.GetProperty("detail").GetString())));
    }

    [Theory]
    [InlineData(false, "Không bổ sung", 409), InlineData(true, null, 400)]
    public async Task A_stop_without_a_reason_or_at_another_state_leaves_the_dossier_as_it_was(bool asked, string? reason, int status)
    {
        var number = asked ? await GivenSupplementAskedAsync() : await Hub.SubmittedAsync();
        var before = await Hub.StateAsync(number);

        var answer = await Hub.SendAsync(HttpMethod.Post, new(Hub.Operations, $"api/v1/dossiers/{number}/stop"),
            RunningHub.Content(JsonSerializer.SerializeToUtf8Bytes(new { reason }), "application/json"), ("X-LLTP-Officer", "Le Thi Can Bo"));

        Assert.Equal((status, before), (answer.Status, await Hub.StateAsync(number)));
        Assert.Empty(await Hub.ActsAsync(number));
    }

    async Task<string> GivenSupplementAskedAsync()
    {
        var number = await Hub.SubmittedAsync();
        (await TellAsync(number, 2)).IsYes();
        (await TellAsync(number, 5)).IsYes();
        return number;
    }

    Task<Answer> TellAsync(string number, int state) =>
        Hub.PostAsync(Base + "v2/lyLichTuPhap/traKetQuaHoSoLLTP", Told(number, state), "application/json", TthcCalls.Bearer);

    static byte[] Told(string number, int state) => VneidMap.WriteState(Samples.Facts(state) with { Number = number }).Bytes?.ToArray() ?? [];

    Task<Answer> SendAsync(string number, string authKey, int source = 4)
    {
        var given = VneidMap.ReadApplication(Samples.Bytes("plain"), new());
        var application = Samples.Value(given) with { SourceCode = source };
        var body = LgspMap.WriteDossier(Samples.Facts() with { Number = number }, application, Samples.Files(given), authKey).Bytes;
        return Hub.PostAsync(Base + "NhanHoSoLLTP", body?.ToArray() ?? [], "application/json", TthcCalls.Bearer);
    }

    Task<Answer> PollAsync(string number) => Hub.PostAsync(
        Base + "TraKetQuaLLTP", LgspMap.WritePoll(number, "38", ExistingTthcHub.AuthKey).ToArray(), "application/json", TthcCalls.Bearer);

    async Task<JsonObject> DossierAsync(string number)
    {
        var answer = await Hub.SendAsync(HttpMethod.Get, new(Hub.Operations, $"api/v1/dossiers/{number}"), null);
        return JsonNode.Parse(Encoding.UTF8.GetBytes(answer.Text))?.AsObject() ?? [];
    }
}
