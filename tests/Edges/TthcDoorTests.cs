using System.Text;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class TthcDoorTests(RunningHub hub) : IClassFixture<RunningHub>
{
    const string Door = "tthc.acceptance";
    const string Unknown = "H56.14-200101-0001";
    const string Acceptance = $"api/tthc/v1/dossiers/{Unknown}/acceptance";

    [Theory]
    [InlineData(null), InlineData("Bearer sai"), InlineData("Bearer ")]
    [InlineData($"Basic {RunningHub.TthcSecret}"), InlineData(RunningHub.TthcSecret)]
    public async Task A_missing_or_wrong_secret_gets_401_and_leaves_one_row_without_bytes(string? authorization)
    {
        var sent = TthcCalls.Decision(TthcCalls.Key());
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];

        var answer = await hub.PostAsync(Acceptance, sent, "application/json", [.. headers, ("Idempotency-Key", TthcCalls.Key())]);

        answer.IsProblem(401, "NotAuthenticated");
        await hub.LeftOneRowOnlyAsync(sent, Door, "NotAuthenticated");
    }

    [Theory]
    [InlineData($"api/tthc/v1/dossiers/{Unknown}"), InlineData("api/tthc/v1/dossiers/?changedSince=2026-01-01T00:00:00%2B07:00")]
    public async Task Reading_without_the_secret_gets_401(string path) => (await hub.GetAsync(path)).IsProblem(401, "NotAuthenticated");

    [Theory]
    [InlineData(null), InlineData("lan-1")]
    public async Task A_decision_without_a_uuid_as_key_is_malformed(string? key)
    {
        var sent = TthcCalls.Decision(TthcCalls.Key());
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];

        var answer = await hub.PostAsync(Acceptance, sent, "application/json", [TthcCalls.Bearer, .. headers]);

        Assert.Contains("Idempotency-Key", answer.IsProblem(422, "Malformed"), StringComparison.Ordinal);
        await hub.WasKeptWholeAsync(sent, Door, "tthc", "Malformed");
    }

    [Theory]
    [InlineData("{", "application/json", 422, "Malformed")]
    [InlineData("""{"at":"2026-06-01T08:00:00+07:00"}""", "application/json", 422, "Malformed")]
    [InlineData("""{"officer":{"name":"Mẫu"},"at":"hôm qua"}""", "application/json", 422, "Malformed")]
    [InlineData("""{"officer":{"name":"Mẫu"},"at":"2026-06-01T08:00:00+07:00"}""", "text/plain", 415, "UnsupportedMedia")]
    public async Task Bad_input_is_refused_and_kept_in_quarantine(string text, string media, int status, string code)
    {
        var sent = Encoding.UTF8.GetBytes(text);

        var answer = await hub.PostAsync(Acceptance, sent, media, [TthcCalls.Bearer, ("Idempotency-Key", TthcCalls.Key())]);

        answer.IsProblem(status, code);
        await hub.WasKeptWholeAsync(sent, Door, "tthc", code);
    }

    [Fact]
    public async Task An_unknown_dossier_gets_404()
    {
        var sent = TthcCalls.Decision(TthcCalls.Key());

        Assert.Contains(Unknown, (await hub.AcceptAsync(Unknown, sent)).IsProblem(404, "UnknownDossier"), StringComparison.Ordinal);

        await hub.WasKeptWholeAsync(sent, Door, "tthc", "UnknownDossier");
        (await hub.GetAsync($"api/tthc/v1/dossiers/{Unknown}", TthcCalls.Bearer)).IsProblem(404, "UnknownDossier");
    }

    [Fact]
    public async Task What_is_not_allowed_now_gets_409_with_the_state_and_what_is_allowed()
    {
        var number = await hub.SubmittedAsync();
        Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        var again = TthcCalls.Decision("Lê Thị Mẫu");

        var detail = (await hub.AcceptAsync(number, again)).IsProblem(409, "NotAllowedNow");

        Assert.Contains("trạng thái 2", detail, StringComparison.Ordinal);
        Assert.Contains("SupplementAsked", detail, StringComparison.Ordinal);
        await hub.WasKeptWholeAsync(again, Door, "tthc", "NotAllowedNow");
    }

    [Fact]
    public async Task The_same_key_with_other_content_gets_409_and_the_first_decision_stays()
    {
        var (number, key) = (await hub.SubmittedAsync(), TthcCalls.Key());
        var first = TthcCalls.Decision();
        var answer = await hub.AcceptAsync(number, first, key);
        var other = TthcCalls.Decision("Lê Thị Mẫu");

        (await hub.AcceptAsync(number, other, key)).IsProblem(409, "ContentConflict");

        await hub.WasKeptWholeAsync(other, Door, "tthc", "ContentConflict");
        Assert.Equal(answer.Text, (await hub.AcceptAsync(number, first, key)).Text);
    }
}
