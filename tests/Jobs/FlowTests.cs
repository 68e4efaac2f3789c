using System.Text.Json;
using LLTP.Hub.Tests.Edges;
using Xunit;

namespace LLTP.Hub.Tests.Jobs;

/// <summary>
/// The flows of one dossier step by step, over real HTTP, against a real hub and all simulators: what each partner says and what each
/// comes to hold. Steps that repeat are written once; the number is the national state, for dossiers the version.
/// </summary>
public sealed class FlowTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_plain_dossier_is_issued()
    {
        var flow = await RunAsync("--scenario", "plain");

        Assert.Equal(["vneid submitted", "tthc accepted", "lltp lookup-asked", "v06 lookup-answered", "lltp issued"], flow.Said);
        Assert.Equal("state 2 · state 4 · state 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · certificate 9 · progress 10", flow["tthc"]);
        Assert.Equal("dossier 1 · lookup-result", flow["lltp"]);
        Assert.Equal("lookup", flow["v06"]);
        Assert.Equal("state 1 · state 2 · progress 2 · state 4 · progress 4 · state 9 · progress 9 · state 10 · progress 10", flow["dvcqg"]);
    }

    [Fact]
    public async Task A_supplement_is_asked_for_after_the_software_has_the_dossier()
    {
        var flow = await RunAsync("--scenario", "supplement-by-lltp");

        Assert.Equal(
            [
                "vneid submitted", "tthc accepted", "lltp supplement-by-lltp", "vneid resubmitted", "tthc accepted",
                "lltp lookup-asked", "v06 lookup-answered", "lltp issued",
            ], flow.Said);
        Assert.Equal("state 2 · state 4 · state 5 · state 2 · state 4 · state 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · progress 5 · dossier 2 · progress 4 · certificate 9 · progress 10", flow["tthc"]);
        Assert.Equal("dossier 1 · dossier 2 · lookup-result", flow["lltp"]);
    }

    [Fact]
    public async Task Behind_the_lgsp_the_newer_version_reaches_the_software_through_a_person()
    {
        var flow = await RunAsync("--lltp", "lgsp", "--scenario", "supplement-by-lltp");

        Assert.Equal(["vneid submitted", "tthc accepted", "vneid resubmitted", "tthc accepted"], flow.Said);
        Assert.Equal("state 2 · state 4 · state 5 · state 2 · state 4 · state 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · dossier 2", flow["lltp"]);
    }

    [Fact]
    public async Task At_9_a_certificate_is_revoked_and_issued_anew_before_it_is_handed_over()
    {
        var flow = await RunAsync("--scenario", "paper", "--aftermath", "revocation,lltp,at-nine,reissue");

        Assert.Equal(["lltp issued", "lltp decided-by-lltp", "lltp reissued", "tthc handed-over"], flow.Said.TakeLast(4));
        Assert.Equal("state 2 · state 4 · state 9 · decision 9 · reissue 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · certificate 9 · decision · reissue", flow["tthc"]);
        Assert.EndsWith("state 9 · progress 9 · decision 9 · progress 9 · reissue 9 · progress 9 · state 10 · progress 10", flow["dvcqg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_10_a_certificate_is_revoked_and_issued_anew()
    {
        var flow = await RunAsync("--scenario", "plain", "--aftermath", "revocation,lltp,at-end,reissue");

        Assert.Equal(["lltp issued", "lltp decided-by-lltp", "lltp reissued"], flow.Said.TakeLast(3));
        Assert.Equal("state 2 · state 4 · state 9 · state 10 · decision 10 · reissue 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · certificate 9 · progress 10 · decision · reissue", flow["tthc"]);
        Assert.EndsWith("state 10 · progress 10 · decision 10 · progress 10 · reissue 10 · progress 10", flow["dvcqg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_new_certificate_a_revocation_that_tthc_reports_reaches_the_software_too()
    {
        var flow = await RunAsync("--scenario", "plain", "--aftermath", "revocation,tthc,at-end");

        Assert.Equal(["lltp issued", "tthc decided-by-tthc"], flow.Said.TakeLast(2));
        Assert.Equal("state 2 · state 4 · state 9 · state 10 · decision 10", flow["vneid"]);
        Assert.Equal("dossier 1 · lookup-result · decision", flow["lltp"]);
        Assert.EndsWith("state 10 · progress 10 · decision 10 · progress 10", flow["dvcqg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_vneid_has_the_first_certificate_it_gets_the_first_the_decision_and_the_second()
    {
        var flow = await RunAsync("--scenario", "plain", "--aftermath", "revocation,lltp,before-vneid,reissue");

        Assert.Equal("state 2 · state 4 · state 9 · decision 9 · reissue 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · certificate 9 · decision · reissue · progress 10", flow["tthc"]);
    }

    [Fact]
    public async Task Before_vneid_has_the_certificate_and_without_a_new_one_10_comes_with_the_decision()
    {
        var flow = await RunAsync("--scenario", "plain", "--aftermath", "cancellation,lltp,before-vneid");

        Assert.Equal("state 2 · state 4 · state 9 · decision 9 · state 10", flow["vneid"]);
        Assert.Equal("dossier 1 · progress 4 · certificate 9 · decision · progress 10", flow["tthc"]);
    }

    [Fact]
    public async Task Behind_the_lgsp_a_decision_of_tthc_has_the_software_asked_and_the_new_certificate_found()
    {
        var flow = await RunAsync("--lltp", "lgsp", "--scenario", "plain", "--aftermath", "correction,tthc,at-end,reissue");

        Assert.Equal(["vneid submitted", "tthc accepted", "tthc decided-by-tthc"], flow.Said);
        Assert.Equal("state 2 · state 4 · state 9 · state 10 · decision 10 · reissue 10", flow["vneid"]);
        Assert.EndsWith("certificate 9 · progress 10 · reissue", flow["tthc"], StringComparison.Ordinal);
    }

    static async Task<Flow> RunAsync(params string[] options)
    {
        var journal = Path.Combine(Path.GetTempPath(), $"lltp-flow-{Guid.NewGuid():N}.json");
        await using var demo = RunningProgram.Start("lltp-sim.dll", AppContext.BaseDirectory, new Dictionary<string, string>(),
            ["demo", "--dossiers", "1", "--seed", "5", "--journal", journal, "--hub", RunningProgram.Path("lltp-hub.dll"), .. options]);
        Assert.True(await demo.WaitAsync(Patience) == 0, demo.Output);
        using var pages = JsonDocument.Parse(await File.ReadAllBytesAsync(journal));
        File.Delete(journal);
        return Flow.Of(pages.RootElement);
    }

    sealed record Flow(IReadOnlyList<string> Said, ILookup<string, string> Held)
    {
        /// <summary>What a partner came to hold, in order.</summary>
        public string this[string partner] => string.Join(" · ", Held[partner].Aggregate(
            new List<string>(), (steps, step) => steps is [.., var last] && last == step ? steps : [.. steps, step]));

        public static Flow Of(JsonElement pages) => new(
            [.. pages.GetProperty("said").EnumerateArray().Select(one => $"{Text(one, "partner")} {Text(one, "event")}")],
            pages.GetProperty("held").EnumerateArray().ToLookup(one => Text(one, "partner"), Step));

        // TTHC decides by itself when it shows 10: its state at that time is nobody's order.
        static string Step(JsonElement one) =>
            one.GetProperty("state").ValueKind == JsonValueKind.Null || (Text(one, "partner") == "tthc" && Text(one, "kind") is "decision" or "reissue")
                ? Text(one, "kind")
                : $"{Text(one, "kind")} {one.GetProperty("state")}";

        static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";
    }
}
