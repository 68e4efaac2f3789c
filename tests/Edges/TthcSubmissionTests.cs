using System.Text.Json.Nodes;
using LLTP.Hub.Tests.Mappings;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Dossiers from the counter at the hub's own door.</summary>
public sealed class TthcSubmissionTests(RunningHub hub) : IClassFixture<RunningHub>
{
    const string Door = "api/tthc/v1/dossiers";

    [Fact]
    public async Task A_dossier_of_the_counter_is_taken_once_and_can_then_be_decided_on()
    {
        var (request, key) = (Request(3), TthcCalls.Key());

        var first = await SubmitAsync(request, key);
        var again = await SubmitAsync(request, key);
        var accepted = await hub.AcceptAsync(request.Number(), TthcCalls.Decision());

        Assert.Equal((200, first.Text), (first.Status, again.Text));
        Assert.Equal((200, 2), (accepted.Status, accepted.Json.GetProperty("state").GetInt32()));
    }

    [Theory]
    [InlineData(4), InlineData(null)]
    public async Task A_dossier_that_is_not_of_the_counter_comes_from_vneid(int? source) =>
        Assert.Contains("nguonDangKy", (await SubmitAsync(Request(source), TthcCalls.Key())).IsProblem(422, "Malformed"), StringComparison.Ordinal);

    [Fact]
    public async Task A_number_that_vneid_has_used_is_not_free()
    {
        var request = Request(1);
        request["maHoSoMCDT"] = await hub.SubmittedAsync();

        (await SubmitAsync(request, TthcCalls.Key())).IsProblem(409, "ContentConflict");
    }

    [Fact]
    public async Task Without_the_secret_nobody_submits() =>
        (await hub.PostAsync(Door, Request(3).Bytes(), "application/json", ("Idempotency-Key", TthcCalls.Key()))).IsProblem(401, "NotAuthenticated");

    Task<Answer> SubmitAsync(JsonObject request, string key) =>
        hub.PostAsync(Door, request.Bytes(), "application/json", [TthcCalls.Bearer, ("Idempotency-Key", key)]);

    static JsonObject Request(int? source)
    {
        var json = Samples.Json("plain");
        json["maHoSoMCDT"] = $"H56.14-260601-{Random.Shared.Next(100_000, 999_999)}";
        json["nguonDangKy"] = source;
        return json;
    }
}
