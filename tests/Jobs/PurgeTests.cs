using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Edges;
using LLTP.Hub.Tests.Edges.Operations;
using Xunit;

namespace LLTP.Hub.Tests.Jobs;

/// <summary>The retention job of a running hub, and what lists keep about the people who act.</summary>
public sealed class PurgeTests : IAsyncLifetime
{
    const long Old = 1_000_000;
    readonly RunningHub hub = new();

    public async ValueTask InitializeAsync()
    {
        await using (var database = await Database.OpenAsync(hub.Files.Database))
            await database.WriteAsync(GivenAsync, default);
        await hub.InitializeAsync();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Alerts_that_were_sent_and_tasks_that_have_ended_are_forgotten_after_a_year_and_nothing_else()
    {
        await hub.RunJobAsync("purge");

        for (var tries = 0; tries < 600 && (await ListAsync("alert_message")).Count > 2; tries++)
            await Task.Delay(50);

        Assert.Equal(["new", "waiting"], await ListAsync("alert_message"));
        Assert.Equal(["new", "running"], await ListAsync("recovery_task"));
    }

    static async Task<bool> GivenAsync(Work work)
    {
        var now = TimeProvider.System.GetUtcNow().Ms();
        (string, long, string)[] alerts =
            [("sent", Old, "Sent"), ("given up", Old, "GaveUp"), ("waiting", Old, "Waiting"), ("new", now, "Sent")];
        foreach (var (id, at, state) in alerts)
            await work.ExecuteAsync(
                """
                INSERT INTO alert_message (id, channel, kind, subject, is_open, at, detail, state, attempt, due_at)
                VALUES (@id, 'webhook', 'Disk', 'hub', 1, @at, '', @state, 1, 9999999999999)
                """, new { id, at, state });
        foreach (var (id, ended) in new (string, long?)[] { ("ended", Old), ("new", now), ("running", null) })
        {
            await work.StartTaskAsync(new() { Id = id, CreatedAt = Old, Act = "hash", CutOff = 1, PerSecond = 1, NextAt = 1 });
            await work.ExecuteAsync(
                """
                UPDATE recovery_task SET ended_at = @ended, next_at = 9999999999999,
                    state = CASE WHEN @ended IS NULL THEN 'Running' ELSE 'Done' END WHERE id = @id
                """, new { id, ended });
        }
        return true;
    }

    Task<IReadOnlyList<string>> ListAsync(string table) => hub.Files.ReadAsync(
        $"SELECT id FROM {table} WHERE $1 = '' ORDER BY id", "", row => row.GetString(0));
}
