using System.Text.Json;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>What the operations address and the database file tell.</summary>
static class OperationsCalls
{
    public static async Task<JsonElement> GetOperationsAsync(this RunningHub hub, string path) =>
        (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null)).Json;

    /// <summary>Starts a job beside its timetable; does not wait for its end.</summary>
    public static async Task RunJobAsync(this RunningHub hub, string job) => Assert.Equal(202, (await hub.SendAsync(
        HttpMethod.Post, new(hub.Operations, $"api/v1/jobs/{job}/run"),
        RunningHub.Content("""{"by":"a"}"""u8.ToArray(), "application/json"))).Status);

    public static async Task<long> StateAsync(this RunningHub hub, string dossier) =>
        (await hub.Files.ReadAsync("SELECT state FROM dossier WHERE number = $1", dossier, row => row.GetInt64(0)))[0];

    /// <summary>Kinds of the acts done to a dossier, oldest first.</summary>
    public static Task<IReadOnlyList<string>> ActsAsync(this RunningHub hub, string dossier) => hub.Files.ReadAsync(
        "SELECT kind FROM event WHERE dossier = $1 AND kind LIKE 'Repair%' ORDER BY seq", dossier, row => row.GetString(0));
}
