using System.Text.Json.Nodes;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class StopTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task A_hub_that_is_asked_to_stop_ends_well_and_goes_on_where_it_was()
    {
        var number = await hub.SubmittedAsync();

        Assert.Equal(0, await hub.TerminateAsync());
        await hub.KillAndStartAsync();

        var answer = await hub.SendAsync(HttpMethod.Get, new(hub.Operations, $"api/v1/dossiers/{number}"), null);
        Assert.Equal(1, (int?)JsonNode.Parse(answer.Body)?["dossier"]?["state"]);
    }

    [Fact]
    public async Task What_waits_says_why_to_people()
    {
        await hub.SubmittedAsync();

        var answer = await hub.SendAsync(HttpMethod.Get, new(hub.Operations, "api/v1/deliveries"), null);

        var rows = JsonNode.Parse(answer.Body)?.AsArray() ?? [];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(("NotConfigured", "The partner is not configured."), ((string?)row?["waits"], (string?)row?["en"])));
    }
}
