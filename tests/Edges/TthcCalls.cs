using System.Text;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>TTHC at the hub's doors.</summary>
static class TthcCalls
{
    public static readonly (string, string) Bearer = ("Authorization", $"Bearer {RunningHub.TthcSecret}");

    public static byte[] Decision(string officer = "Trần Văn Mẫu") => Encoding.UTF8.GetBytes(
        $$"""{"officer":{"name":"{{officer}}","title":"Chuyên viên","department":"Bộ phận Một cửa"},"at":"{{Now:O}}"}""");

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static Task<Answer> AcceptAsync(this RunningHub hub, string number, byte[] body, string? key = null) =>
        hub.PostAsync($"api/tthc/v1/dossiers/{number}/acceptance", body, "application/json", [Bearer, ("Idempotency-Key", key ?? Key())]);

    public static string Key() => $"{Guid.CreateVersion7()}";

    /// <summary>A refusal as problem details in both languages.</summary>
    public static string IsProblem(this Answer answer, int status, string code)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Media));
        Assert.Equal((status, code), (answer.Json.GetProperty("status").GetInt32(), answer.Member("code")));
        Assert.NotEmpty(answer.Member("title") ?? "");
        return answer.Member("detail") ?? "";
    }
}
