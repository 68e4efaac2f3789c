using System.Text.Json.Nodes;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub that cannot keep what it is sent: every door says so in its contract's own envelope, and nothing is lost by asking.</summary>
public sealed class PressureDoorTests : IAsyncLifetime
{
    readonly RunningHub hub = new() { Settings = { ["Pressure__LeastFreeBytes"] = $"{long.MaxValue}" } };

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Every_door_asks_its_sender_to_come_back()
    {
        var number = await hub.GetAsync(VneidCalls.LayMaHoSo);
        var application = await hub.SubmitAsync(Mappings.Samples.Json("plain").Bytes());
        var push = await hub.PostAsync("soap/lltp", SignedCalls.StateChange(hub.KeyOf("lltp")), "text/xml; charset=utf-8");

        Assert.All(new[] { number, application }, answer => Assert.Equal((503, "01"), (answer.Status, answer.Member("statusCode"))));
        Assert.Equal(500, push.Status);
        Assert.Contains("NotStorable", System.Text.Encoding.UTF8.GetString(push.Body), StringComparison.Ordinal);
        Assert.Contains(":Server</faultcode>", System.Text.Encoding.UTF8.GetString(push.Body), StringComparison.Ordinal);
        Assert.All(new[] { number, application, push }, answer => Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Readiness_says_that_nothing_is_taken_and_why()
    {
        var answer = await RunningHub.SendAsync(new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false }),
            HttpMethod.Get, new(hub.Operations, "health/ready"), null, []);
        var view = JsonNode.Parse(answer.Body);

        Assert.Equal((503, "refusing", "DiskAlmostFull"), (answer.Status, (string?)view?["status"], (string?)view?["reasons"]?[0]));
        Assert.True((long?)view?["freeBytes"] > 0);
    }
}
