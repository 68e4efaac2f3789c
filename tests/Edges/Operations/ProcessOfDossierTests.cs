using LLTP.Hub.Tests.Edges.Adapters;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>What people see of the process of a dossier where look-ups do not pass the hub.</summary>
public sealed class ProcessOfDossierTests : IAsyncLifetime
{
    static readonly string[] Lookups = ["NotThroughHub", "NotThroughHub", "NotThroughHub"];

    readonly RunningHub hub = new();
    PartnerStub? silent;

    public async ValueTask InitializeAsync()
    {
        silent = await PartnerStub.StartAsync(PartnerStub.Answer(500, "text/html", "<html/>"));
        hub.Settings["Partners__Lltp__Endpoint"] = silent.Address.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        if (silent is not null)
            await silent.DisposeAsync();
    }

    [Fact]
    public async Task Where_the_lltp_software_looks_up_itself_no_look_up_is_taken_and_its_steps_are_not_claimed()
    {
        hub.Settings["Partners__V06__Mode"] = "InLltp";
        await hub.InitializeAsync();
        var number = await hub.AcceptedAsync();

        (await hub.AskLookupAsync(number)).IsFault(hub, "NotAllowedNow");

        Assert.Equal(["NotThroughHub", "Done", "Done", "Done", "Done", .. Lookups, "Ahead", "Ahead"], await hub.StepsAsync(number));
        Assert.Equal("570-2024", await ProcessAsync(number, "name"));
        Assert.Contains("NotByHand", (await hub.ActAsync("lookup", "answer", number, "--result", "Co")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_process_of_the_police_no_look_up_is_taken_and_their_unit_issues()
    {
        (hub.Settings["Province__Profile"], hub.Settings["Province__UnitName"]) = ("mps-2026", "Công an tỉnh Thanh Hóa");
        hub.Settings["Province__ProcedureCode"] = "3.000333.000.00.00.H56";
        await hub.InitializeAsync();
        var number = await hub.AcceptedAsync();

        (await hub.AskLookupAsync(number)).IsFault(hub, "NotAllowedNow");

        Assert.Equal(Lookups, (await hub.StepsAsync(number)).Skip(5).Take(3));
        Assert.Equal(("mps-2026", "Công an tỉnh Thanh Hóa"), (await ProcessAsync(number, "name"), await ProcessAsync(number, "unitName")));
        Assert.Equal("Bộ Công an (V06)", await ProcessAsync(number, "owner"));
    }

    [Fact]
    public async Task At_the_configured_second_the_running_hub_opens_dossiers_under_the_other_process_and_goes_on_with_the_first()
    {
        var began = SignedCalls.Now;
        await hub.InitializeAsync();
        // As long as this machine needs to start it once more, and some.
        var at = (SignedCalls.Now + 2 * (SignedCalls.Now - began) + TimeSpan.FromSeconds(6)).ToOffset(TimeSpan.FromHours(7));
        foreach (var (name, value) in new[] { ("At", $"{at:yyyy-MM-ddTHH:mm:ss}"), ("Profile", "mps-2026"), ("UnitName", "Công an tỉnh"), ("UnitId", "G01.38"), ("ProcedureCode", "3.000333") })
            hub.Settings[$"Province__Switches__0__{name}"] = value;
        await hub.KillAndStartAsync();
        var before = await hub.AcceptedAsync();
        Assert.True(SignedCalls.Now < at, "The hub took too long to start.");
        await Task.Delay(at - SignedCalls.Now + TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var after = await hub.AcceptedAsync();

        Assert.Equal(("570-2024", "mps-2026"), (await ProcessAsync(before, "name"), await ProcessAsync(after, "name")));
        Assert.Equal(("H56.14", "G01.38"), (before.Split('-')[0], after.Split('-')[0]));
        Assert.Equal(200, (await hub.AskLookupAsync(before)).Status);
        (await hub.AskLookupAsync(after)).IsFault(hub, "NotAllowedNow");
    }

    async Task<string?> ProcessAsync(string number, string member) =>
        (await hub.GetOperationsAsync($"api/v1/dossiers/{number}")).GetProperty("process").GetProperty(member).GetString();
}
