using System.Text;
using System.Text.Json;
using LLTP.Hub.Adapters.Lltp;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>Dossiers on their way to a look-up, at a hub whose LLTP software takes messages but never says so.</summary>
static class PoliceCalls
{
    /// <summary>Accepted by TTHC; whatever the software sends then proves that it has the dossier.</summary>
    public static async Task<string> AcceptedAsync(this RunningHub hub)
    {
        var number = await hub.SubmittedAsync();
        Xunit.Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);
        return number;
    }

    /// <summary>The software asks for a look-up, again until the hub's own attempt has left it.</summary>
    public static async Task<Answer> AskLookupAsync(this RunningHub hub, string dossier, string lookup = "TC-1")
    {
        var sent = Soap.Sign(
            Encoding.UTF8.GetBytes(
                $"<yeuCauTraCuu xmlns=\"{Soap.ContractNamespace}\"><idReceivedDec>{dossier}</idReceivedDec><maTraCuu>{lookup}</maTraCuu>"
                + $"<canBoXuLy>Trần Văn Mẫu</canBoXuLy><thoiDiem>{SignedCalls.Now:yyyy-MM-ddTHH:mm:ssZ}</thoiDiem></yeuCauTraCuu>"),
            new($"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:yeuCauTraCuu", null, null), hub.KeyOf("lltp"), SignedCalls.Now).ToArray();
        var answer = await hub.PostAsync("soap/lltp", sent, "text/xml; charset=utf-8");
        for (var tries = 0; tries < 100 && answer.Status != 200 && !await hub.WasTriedAsync(dossier); tries++)
        {
            await Task.Delay(100);
            answer = await hub.PostAsync("soap/lltp", sent, "text/xml; charset=utf-8");
        }
        return answer;
    }

    /// <summary>How each of the ten steps stands, in order.</summary>
    public static async Task<IReadOnlyList<string>> StepsAsync(this RunningHub hub, string dossier) =>
        [.. (await hub.GetOperationsAsync($"api/v1/dossiers/{dossier}")).GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("state").GetString() ?? "")];

    public static async Task<IReadOnlyList<JsonElement>> LookupsAsync(this RunningHub hub) =>
        [.. (await hub.GetOperationsAsync("api/v1/lookups")).EnumerateArray()];

    static async Task<bool> WasTriedAsync(this RunningHub hub, string dossier) => (await hub.Files.ReadAsync(
        "SELECT attempt FROM delivery WHERE dossier = $1 AND kind = 'lltp.dossier'", dossier, row => row.GetInt64(0))) is [> 0, ..];
}
