using System.Diagnostics;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Engine;

/// <summary>A partner refuses while very many deliveries wait for it.</summary>
public sealed class BacklogTests(ITestOutputHelper output)
{
    const string Many = "WITH RECURSIVE many(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many WHERE i < @count) ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly int Count = Full.Or(100_000, 10_000);

    [Fact]
    public async Task It_costs_neither_memory_nor_attempts_nor_the_other_partners()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies([.. Enumerable.Repeat(Reply.NothingSent("Network"), 1000)]);
        await hub.TakesAsync(Messages.Application());
        await hub.Database.WriteAsync(GrowAsync, CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub[Partner.Dvcqg].OnTheWay = outgoing => Task.FromResult(outgoing.Dossier.Number == "another" && told.TrySetResult());
        await using (await hub.RunEngineAsync())
        {
            await UntilOpenAsync(hub);
            var watch = Stopwatch.StartNew();
            await hub.TakesAsync(Messages.FromVneid(Sample.Application("another")));
            await told.Task.WaitAsync(Patience);
            output.WriteLine($"{Count} wait; another partner was told after {watch.Elapsed.TotalMilliseconds:0} ms");
        }

        var grown = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0;
        output.WriteLine($"Memory grew by {grown:0.0} MiB");
        Assert.True(grown < 8, $"Memory grew by {grown} MiB.");
        Assert.InRange(hub[Partner.Tthc].Sent.Count, 10, 18);
        Assert.Equal(Count + 2, await CountAsync(hub, "due_at IS NOT NULL"));
        Assert.InRange(await CountAsync(hub, "attempt > 0"), 10, 18);
    }

    [Fact]
    public async Task A_start_does_not_look_at_what_waits()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        await hub.Database.WriteAsync(GrowAsync, CancellationToken.None);
        var watch = Stopwatch.StartNew();

        await hub.Database.WriteAsync(work => work.ExpireLeasesAsync(long.MaxValue, Sample.Start.Ms()), CancellationToken.None);
        var claimed = await hub.ClaimAsync(Partner.Tthc);

        Assert.Equal(8, claimed.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed} with {Count} waiting.");
    }

    /// <summary>As many dossiers as asked, each like the first, each owing TTHC its application.</summary>
    static async Task<bool> GrowAsync(Work work)
    {
        var of = new { count = Count, number = Sample.Number, kind = MessageKind.TthcDossier };
        await work.ExecuteAsync(
            $"""
            INSERT INTO dossier (number, profile, province, version, state, step, paper, received_at, event_at, changed_seq, row_version)
            {Many}SELECT 'B' || i, profile, province, version, state, step, paper, received_at, event_at, changed_seq, row_version
            FROM many, dossier WHERE number = @number
            """, of);
        await work.ExecuteAsync(
            $"""
            INSERT INTO delivery (id, dossier, version, partner, kind, show, state, due_at, attempt, maybe_done, owed_at, event_seq, content, size)
            {Many}SELECT id || i, 'B' || i, version, partner, kind, show, state, due_at, attempt, maybe_done, owed_at, event_seq, content, size
            FROM many, delivery WHERE dossier = @number AND kind = @kind
            """, of);
        return true;
    }

    static Task<long> CountAsync(TestHub hub, string what) => hub.Database.ReadAsync(
        work => work.FirstAsync<long>($"SELECT count(*) FROM delivery WHERE partner = 'tthc' AND {what}"), CancellationToken.None);

    static async Task UntilOpenAsync(TestHub hub)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await hub.Queries.BreakersAsync(limit.Token)).All(row => row.State != BreakerState.Open))
            await Task.Delay(20, limit.Token);
    }
}
