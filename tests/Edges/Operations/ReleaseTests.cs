using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>Messages that the hub turned away, let in later by a person.</summary>
public sealed class ReleaseTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task A_decision_that_came_before_its_dossier_is_let_in_once_the_dossier_is_there()
    {
        var request = await hub.RequestAsync();
        var (decision, key) = (TthcCalls.Decision(), TthcCalls.Key());
        Assert.Equal(404, (await hub.AcceptAsync(request.Number(), decision, key)).Status);
        var refusal = await RefusalAsync(request.Number());

        var early = await hub.ActAsync("refusals", "release", refusal);
        Assert.Equal(1, early.Code);
        Assert.Contains("RefusedAgain", early.Output, StringComparison.Ordinal);
        (await hub.SubmitAsync(request.Bytes())).IsYes();
        Assert.Equal(0, (await hub.ActAsync("refusals", "release", refusal)).Code);

        Assert.Equal(2L, await hub.StateAsync(request.Number()));
        var repeated = await hub.AcceptAsync(request.Number(), decision, key);
        Assert.Equal(200, repeated.Status);
        Assert.Contains("AlreadyReleased", (await hub.ActAsync("refusals", "release", refusal)).Output, StringComparison.Ordinal);
        Assert.Equal(["RepairReleased"], await hub.ActsAsync(request.Number()));
    }

    [Fact]
    public async Task What_a_stranger_sent_was_never_kept_and_cannot_be_let_in()
    {
        var number = await hub.SubmittedAsync();
        var before = (await hub.GetOperationsAsync("api/v1/refusals")).GetArrayLength();
        await hub.PostAsync($"api/tthc/v1/dossiers/{number}/acceptance", TthcCalls.Decision(), "application/json", ("Idempotency-Key", TthcCalls.Key()));
        var refusals = await hub.GetOperationsAsync("api/v1/refusals");
        Assert.Equal(before + 1, refusals.GetArrayLength());

        var release = await hub.ActAsync("refusals", "release", refusals[0].GetProperty("id").GetString() ?? "");

        Assert.Contains("NothingKept", release.Output, StringComparison.Ordinal);
        Assert.Equal(1L, await hub.StateAsync(number));
    }

    [Fact]
    public async Task An_act_without_officer_or_reason_is_refused_in_vietnamese_first()
    {
        var (code, output) = await hub.CommandAsync("refusals", "release", "x");

        Assert.Equal(1, code);
        Assert.StartsWith("Thiếu tên cán bộ", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_gives_exit_code_2()
    {
        var (code, _) = await HubCommand.RunAsync(
            hub.Files.Folder, new Dictionary<string, string>(), "dead-letters", "list", "--operations", "http://127.0.0.1:9/");

        Assert.Equal(2, code);
    }

    async Task<string> RefusalAsync(string dossier) => (await hub.GetOperationsAsync("api/v1/refusals")).EnumerateArray()
        .First(row => row.GetProperty("dossier").GetString() == dossier).GetProperty("id").GetString() ?? "";
}
