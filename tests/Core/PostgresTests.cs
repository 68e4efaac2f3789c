using System.Data.Common;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>What only a database with several writers can get wrong.</summary>
public sealed class PostgresTests : StoreSuite
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override Task<TestDatabase> CreateAsync() => TestDatabase.PostgresAsync();

    [Fact]
    public async Task A_message_that_is_owed_while_the_one_before_it_ends_is_not_forgotten()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            var dossier = $"D{round}";
            await WriteAsync(work => work.InsertDossierAsync(new() { Number = dossier, State = 1 }));
            await GivenOwedAsync(dossier, $"{dossier}-1");
            var first = await ClaimOneAsync();

            await Task.WhenAll(
                WriteAsync(async work =>
                {
                    await work.LockDossierAsync(dossier);
                    return await work.OweAsync(Owed(dossier, $"{dossier}-2"));
                }),
                WriteAsync(async work =>
                {
                    await work.LockDossierAsync(dossier);
                    await work.SettleAsync(first, new(DeliveryState.Delivered, null, null, Now, null));
                    return await work.ReleaseNextAsync(dossier, "vneid", Now);
                }));

            Assert.Equal($"{dossier}-2", (await ClaimOneAsync()).Id);
        }
    }

    [Fact]
    public async Task Who_was_overtaken_starts_anew_and_sees_what_the_other_did()
    {
        var runs = 0;

        var seen = await WriteAsync(async work =>
        {
            if (runs++ == 0)
                await Task.Run(() => WriteAsync(other => other.RememberAsync("door", "key", new() { ContentHash = "h", Answer = "first" }, 1, Now)));
            return await work.RememberAsync("door", "key", new() { ContentHash = "h", Answer = "second" }, 2, Now)
                ? "second" : runs == 1 ? throw new OvertakenException() : (await work.SeenAsync("door", "key"))?.Answer;
        });

        Assert.Equal(("first", 2), (seen, runs));
    }

    [Fact]
    public async Task Transactions_that_wait_for_each_other_both_end_well()
    {
        await WriteAsync(work => work.InsertDossierAsync(new() { Number = "A", State = 1 }));
        await WriteAsync(work => work.InsertDossierAsync(new() { Number = "B", State = 1 }));
        using var both = new Barrier(2);
        async Task<int> LockAsync(string first, string second)
        {
            var met = false;
            return await WriteAsync(async work =>
            {
                await work.LockDossierAsync(first);
                if (!met)
                    both.SignalAndWait(Patience);
                met = true;
                await work.LockDossierAsync(second);
                return await work.ExecuteAsync("UPDATE dossier SET state = state + 1");
            });
        }

        await Task.WhenAll(Task.Run(() => LockAsync("A", "B")), Task.Run(() => LockAsync("B", "A")));

        Assert.Equal(3, (await ReadAsync(work => work.DossierAsync("A")))?.State);
    }

    [Fact]
    public async Task The_history_is_read_only_as_far_as_nothing_can_come_in_between()
    {
        var horizon = new HistoryHorizon(Data.Database);
        var gate = new TaskCompletionSource();
        var appended = new TaskCompletionSource();
        var early = WriteAsync(async work =>
        {
            await work.InsertDossierAsync(new() { Number = "early", State = 1 });
            var seq = await work.AppendEventAsync(Event("early"));
            appended.SetResult();
            await gate.Task;
            return seq;
        });
        await appended.Task.WaitAsync(Patience);
        var late = await WriteAsync(async work =>
        {
            await work.InsertDossierAsync(new() { Number = "late", State = 1 });
            return await work.AppendEventAsync(Event("late"));
        });

        Assert.True(await horizon.ReadAsync(CancellationToken.None) < await Task.FromResult(late));
        gate.SetResult();

        Assert.True(await early < late);
        Assert.Equal(late, await horizon.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task After_its_connections_were_cut_the_store_goes_on_by_itself()
    {
        await GivenOwedAsync("A", "a1");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReadAsync(work => work.DeliveryAsync("a1"))));

        await TestServer.RunAsync(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'lltp-hub' AND datname LIKE 't%' AND state = 'idle'");

        await GivenOwedAsync("B", "b1");
        Assert.Equal("B", (await RowAsync("b1")).Dossier);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_commit_leaves_nothing_and_the_work_runs_again()
    {
        var runs = 0;

        await WriteAsync(async work =>
        {
            await work.OweAsync(Owed("A", "a1"));
            if (runs++ == 0)
                await TestServer.RunAsync($"SELECT pg_terminate_backend({await work.FirstAsync<long>("SELECT pg_backend_pid()::bigint")})");
            return await work.OweAsync(Owed("B", "b1"));
        });

        Assert.Equal(2, runs);
        Assert.Equal(["a1", "b1"], await ReadAsync(work => work.ListAsync<string>("SELECT id FROM delivery ORDER BY id")));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_commit_is_never_called_stored()
    {
        var runs = 0;
        await WriteAsync(work => work.ExecuteAsync(
            """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER die AFTER INSERT ON delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
            """));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => WriteAsync(work =>
        {
            runs++;
            return work.OweAsync(Owed("A", "a1"));
        }));

        Assert.Equal(1, runs);
        Assert.IsAssignableFrom<DbException>(new OutcomeUnknownException(new TimeoutException()));
    }

    [Fact]
    public async Task Text_that_postgresql_cannot_keep_does_not_make_a_message_unstorable()
    {
        await WriteAsync(work => work.AppendEventAsync(Event("A") with { Detail = "a\0b\ud800c" }));

        Assert.Equal("a\ufffdb\ufffdc", Assert.Single(await ReadAsync(work => work.EventsOfAsync("A"))).Detail);
    }

    static EventRow Event(string dossier) => new() { Id = $"e {dossier}", Kind = nameof(EventKind.Submitted), Partner = "vneid", Dossier = dossier };
}
