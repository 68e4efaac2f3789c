using System.Text.Json;
using LLTP.Hub.Tests.Edges.Adapters;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>V06:Mode = ByHand at a running hub: clerks enter what they found, two of them the same.</summary>
public sealed class LookupByHandTests : IAsyncLifetime
{
    const string First = "Đỗ Văn Một";
    const string Second = "Ngô Thị Hai";

    readonly RunningHub hub = new();
    PartnerStub? silent;

    public async ValueTask InitializeAsync()
    {
        silent = await PartnerStub.StartAsync(PartnerStub.Answer(500, "text/html", "<html/>"));
        hub.Settings["Partners__Lltp__Endpoint"] = silent.Address.ToString();
        hub.Settings["Partners__V06__Mode"] = "ByHand";
        await hub.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        if (silent is not null)
            await silent.DisposeAsync();
    }

    [Fact]
    public async Task What_two_clerks_found_alike_goes_the_way_of_an_answer_of_v06_and_every_entry_stays()
    {
        var number = await GivenLookupAsync();
        Assert.Contains($"dossier={number}", (await hub.CommandAsync("lookup", "list")).Output, StringComparison.Ordinal);

        var (code, output) = await hub.CommandAsync(
            "lookup", "answer", number, "--result", "KhongCo", "--officer", First, "--reason", "Tra cứu tại phần mềm V06");
        Assert.Equal((0, true), (code, output.Contains("detail=Entered", StringComparison.Ordinal)));
        Assert.Equal("SecondPersonNeeded", await EnterAsync(number, "KhongCo", "  đỗ văn MỘT "));
        Assert.Equal("Entered", await EnterAsync(number, "Co", Second));
        Assert.Equal(["RepairLookupEntered", "RepairLookupEntered"], await hub.ActsAsync(number));
        Assert.Equal("Answered", await EnterAsync(number, "Co", First));

        Assert.Empty(await hub.LookupsAsync());
        Assert.Equal(["RepairLookupEntered", "RepairLookupEntered", "RepairLookupAnswered"], await hub.ActsAsync(number));
        Assert.Equal(["Done", "Done", "Done"], (await hub.StepsAsync(number)).Skip(5).Take(3));
        Assert.Equal(["v06 ByHand"], await EventsAsync(number, "LookupAnswered"));
        Assert.Equal(["TC-1"], await hub.Files.ReadAsync(
            "SELECT reference FROM delivery WHERE dossier = $1 AND kind = 'lltp.lookup-result'", number, row => row.GetString(0)));
        Assert.Equal("NotFound", await EnterAsync(number, "KhongCo", Second));
    }

    [Fact]
    public async Task After_an_interim_result_the_look_up_stays_on_the_list_and_needs_two_people_again()
    {
        var number = await GivenLookupAsync();
        await EnterAsync(number, "DangXacMinh", First);
        Assert.Equal("Answered", await EnterAsync(number, "DangXacMinh", Second));
        Assert.Equal(0, Assert.Single(await hub.LookupsAsync()).GetProperty("entries").GetInt32());

        await EnterAsync(number, "KhongCo", First);
        Assert.Equal(1, Assert.Single(await hub.LookupsAsync()).GetProperty("entries").GetInt32());
        Assert.Equal("Answered", await EnterAsync(number, "KhongCo", Second));

        Assert.Equal(["v06 ByHand"], await EventsAsync(number, "LookupInterim"));
        Assert.Equal(["v06 ByHand"], await EventsAsync(number, "LookupAnswered"));
    }

    [Fact]
    public async Task A_withdrawn_dossier_leaves_the_list_and_somebody_has_to_withdraw_the_look_up_there()
    {
        var number = await GivenLookupAsync();

        var withdrawal = await hub.PostAsync($"api/tthc/v1/dossiers/{number}/withdrawal",
            TthcCalls.Decision().Replaced("\"at\"", "\"reason\":\"Công dân rút\",\"at\""), "application/json", [TthcCalls.Bearer, ("Idempotency-Key", TthcCalls.Key())]);

        Assert.Equal(200, withdrawal.Status);
        Assert.Empty(await hub.LookupsAsync());
        Assert.Contains(("TellByHand", "v06.cancel"), (await hub.GetOperationsAsync("api/v1/work-items")).EnumerateArray()
            .Where(item => item.GetProperty("dossier").GetString() == number)
            .Select(item => (item.GetProperty("kind").GetString(), item.GetProperty("detail").GetString())));
        Assert.Equal("NotFound", await EnterAsync(number, "KhongCo", First));
    }

    [Fact]
    public async Task What_has_no_meaning_no_name_or_no_look_up_is_refused()
    {
        var number = await GivenLookupAsync();

        Assert.Equal("BadRequest", await EnterAsync(number, "Khong", First));
        Assert.Equal("BadRequest", await EnterAsync(number, "Co", new string('x', 51)));
        Assert.Equal("OfficerMissing", await EnterAsync(number, "Co", ""));
        Assert.Equal("NotFound", await EnterAsync(number, "Co", First, "TC-2"));

        Assert.Empty(await hub.ActsAsync(number));
    }

    async Task<string> GivenLookupAsync()
    {
        var number = await hub.AcceptedAsync();
        Assert.Equal(200, (await hub.AskLookupAsync(number)).Status);
        for (var tries = 0; tries < 100 && (await hub.StepsAsync(number))[6] != "Done"; tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        return number;
    }

    /// <summary>What became of an entry, or why it was refused.</summary>
    async Task<string?> EnterAsync(string number, string result, string officer, string? lookup = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { result, lookup, reason = "Tra cứu tại phần mềm V06" });
        var answer = await hub.SendAsync(HttpMethod.Post, new(hub.Operations, $"api/v1/lookups/{number}/answer"),
            RunningHub.Content(body, "application/json"), ("X-LLTP-Officer", Uri.EscapeDataString(officer)));
        return answer.Member(answer.Status == 200 ? "detail" : "code");
    }

    async Task<IReadOnlyList<string>> EventsAsync(string number, string kind) => await hub.Files.ReadAsync(
        $"SELECT partner || ' ' || detail FROM event WHERE dossier = $1 AND kind = '{kind}'", number, row => row.GetString(0));
}
