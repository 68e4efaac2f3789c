using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>A mass retry whose process is killed in the middle, and a restored backup.</summary>
public sealed class KilledTaskTests : IAsyncLifetime
{
    const int Letters = 40;
    readonly RunningHub hub = new();

    public async ValueTask InitializeAsync()
    {
        await GivenParkedAsync();
        await hub.InitializeAsync();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_task_goes_on_after_a_kill_and_every_letter_is_retried_exactly_once()
    {
        Assert.Contains($"count={Letters}", (await hub.CommandAsync("dead-letters", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await hub.ActAsync("dead-letters", "retry-all", "--per-second", "10")).Code);
        await UntilAsync(row => row.Done > 0);
        await hub.KillAsync();
        Assert.InRange((await TaskAsync()).Done, 1, Letters - 1);
        await hub.KillAndStartAsync();

        await UntilAsync(row => row.State == "Done");

        Assert.Equal(Letters, (await TaskAsync()).Done);
        Assert.Equal(Letters, await CountAsync("SELECT count(DISTINCT delivery) FROM event WHERE kind = $1", "RepairRetried"));
        Assert.Equal(Letters, await CountAsync("SELECT count(*) FROM event WHERE kind = $1", "RepairRetried"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM delivery WHERE state = $1", "Parked"));
    }

    [Fact]
    public async Task The_list_of_tasks_names_the_sealed_words_of_the_officer_and_not_the_officer()
    {
        Assert.Equal(0, (await hub.ActAsync("dead-letters", "retry-all", "--per-second", "100")).Code);

        var task = Assert.Single((await hub.GetOperationsAsync("api/v1/recovery-tasks")).EnumerateArray());

        Assert.DoesNotContain(task.EnumerateObject(), member => member.Value.ToString().Contains("Cán Bộ", StringComparison.Ordinal));
        var words = task.GetProperty("act").GetString() ?? "";
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM payload WHERE hash = $1", words));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM event WHERE kind = 'RepairTaskStarted' AND content = $1", words));
    }

    [Fact]
    public async Task A_restore_is_marked_only_on_a_stopped_hub_and_holds_deliveries_of_the_next_one()
    {
        string[] mark = ["restore-mark", "2026-06-01T08:00", "--officer", "Lê Thị Cán Bộ", "--reason", "Khôi phục bản sao lưu"];
        Assert.Equal(2, (await HubCommand.RunAsync(hub.Files.Folder, hub.Environment(), mark)).Code);
        await hub.KillAsync();

        var (code, output) = await HubCommand.RunAsync(hub.Files.Folder, hub.Environment(), mark);
        Assert.True(code == 0, output);
        await hub.KillAndStartAsync();

        Assert.Contains("from=2026-06-01T", (await hub.CommandAsync("restore", "status")).Output, StringComparison.Ordinal);
        Assert.Contains("NotReconciled", (await hub.ActAsync("restore", "lift")).Output, StringComparison.Ordinal);
        await hub.RunJobAsync("reconcile-restored");
        await UntilReconciledAsync();
        Assert.Equal(0, (await hub.ActAsync("restore", "lift")).Code);
        Assert.DoesNotContain("from=", (await hub.CommandAsync("restore", "status")).Output, StringComparison.Ordinal);
    }

    async Task UntilReconciledAsync()
    {
        const string Reconciled = "SELECT count(*) FROM restore_mark WHERE reconciled_at > $1";
        for (var tries = 0; tries < 600 && await CountAsync(Reconciled, "0") == 0; tries++)
            await Task.Delay(50);
    }

    async Task GivenParkedAsync()
    {
        await using var database = await Database.OpenAsync(hub.Files.Database);
        await database.WriteAsync(async work =>
        {
            for (var n = 0; n < Letters; n++)
            {
                await work.OweAsync(new() { Id = $"letter-{n}", Dossier = $"D{n}", Version = 1, Partner = "lltp", Kind = MessageKind.LltpDossier, EventSeq = 1 });
                await work.ExecuteAsync("UPDATE delivery SET state = 'Parked', reason = 'GaveUp', cause = 'c', done_at = 1, due_at = NULL, attempt = 1");
            }
            return true;
        }, default);
    }

    async Task UntilAsync(Func<(string State, long Done), bool> isSo)
    {
        for (var tries = 0; tries < 600 && !isSo(await TaskAsync()); tries++)
            await Task.Delay(50);
        Assert.True(isSo(await TaskAsync()));
    }

    async Task<(string State, long Done)> TaskAsync() => (await hub.Files.ReadAsync(
        "SELECT state, done FROM recovery_task WHERE $1 = ''", "", row => (row.GetString(0), row.GetInt64(1)))).Single();

    async Task<long> CountAsync(string sql, string argument) => (await hub.Files.ReadAsync(sql, argument, row => row.GetInt64(0)))[0];
}
