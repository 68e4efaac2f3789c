using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Tests.Mappings;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>VNeID at the hub's doors.</summary>
static class VneidCalls
{
    public const string TaoHoSo = $"api/v1/hosos/LLTP/TaoHoSo?CodeGet={RunningHub.CodeGet}";
    public const string LayMaHoSo = $"api/v1/hosos/LLTP/LayMaHoSo?CodeGet={RunningHub.CodeGet}";

    public static async Task<string> NumberAsync(this RunningHub hub) =>
        (await hub.GetAsync(LayMaHoSo)).Member("data") ?? throw new InvalidDataException("There was no number.");

    public static Task<Answer> SubmitAsync(this RunningHub hub, byte[] body, string media = "application/json") =>
        hub.PostAsync(TaoHoSo, body, media);

    /// <summary>The plain request under a new number, with one change to its form.</summary>
    public static async Task<JsonObject> RequestAsync(this RunningHub hub, Action<JsonObject>? change = null)
    {
        var json = Samples.Json("plain");
        json["maHoSoMCDT"] = await hub.NumberAsync();
        change?.Invoke(json["toKhai"]?.AsObject() ?? []);
        return json;
    }

    /// <summary>Submits the plain request and gives its number.</summary>
    public static async Task<string> SubmittedAsync(this RunningHub hub, Action<JsonObject>? change = null)
    {
        var request = await hub.RequestAsync(change);
        (await hub.SubmitAsync(request.Bytes())).IsYes();
        return request.Number();
    }

    public static string Number(this JsonObject request) => request["maHoSoMCDT"]?.GetValue<string>() ?? "";

    public static byte[] Bytes(this JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public static void IsYes(this Answer answer)
    {
        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"statusCode":"00","data":null,"errorDetail":null}""", answer.Text);
    }

    /// <summary>A refusal in VNeID's envelope; gives its words.</summary>
    public static string SaysNo(this Answer answer, int status = 200)
    {
        Assert.Equal((status, "application/json"), (answer.Status, answer.Media));
        Assert.Equal(["statusCode", "data", "errorDetail"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("01", null), (answer.Member("statusCode"), answer.Member("data")));
        return answer.Member("errorDetail") ?? "";
    }

    public static async Task<Trace> TraceAsync(this RunningHub hub, byte[] sent) => Assert.Single(await hub.Files.TracesAsync(sent));

    /// <summary>One row that names nobody and holds no byte.</summary>
    public static async Task LeftOneRowOnlyAsync(this RunningHub hub, byte[] sent, string door, string reason) =>
        Assert.Equal(new Trace(door, null, null, sent.Length, reason, null), await hub.TraceAsync(sent));

    /// <summary>One row of a known partner with every byte in the quarantine.</summary>
    public static async Task WasKeptWholeAsync(this RunningHub hub, byte[] sent, string door, string partner, string reason)
    {
        var trace = await hub.TraceAsync(sent);
        Assert.Equal(new Trace(door, partner, trace.Dossier, sent.Length, reason, sent.Length), trace);
    }

    /// <summary>Every row of these bytes names the partner and holds them all.</summary>
    public static async Task WasKeptAsync(this RunningHub hub, byte[] sent, string partner, string reason)
    {
        var traces = await hub.Files.TracesAsync(sent);
        Assert.NotEmpty(traces);
        Assert.All(traces, trace => Assert.Equal((partner, reason, sent.Length), (trace.Partner, trace.Reason, trace.Kept)));
    }
}
