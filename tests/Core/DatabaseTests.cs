using System.Data.Common;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DatabaseOnSqlite : DatabaseTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override Task<TestDatabase> CreateAsync() => TestDatabase.SqliteAsync();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        await GivenOwedAsync("A", "a1");

        await using var survivor = await Data.OpenAsAfterKillAsync();

        Assert.NotNull(await survivor.ReadAsync(work => work.DeliveryAsync("a1"), CancellationToken.None));
    }

    [Fact]
    public async Task A_full_disk_fails_what_does_not_fit_and_the_writer_goes_on_when_there_is_room()
    {
        await WriteAsync(work => work.ExecuteAsync("PRAGMA max_page_count = 1"));
        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(PutLargeAsync).WaitAsync(Patience));

        await WriteAsync(work => work.ExecuteAsync("PRAGMA max_page_count = 100000")).WaitAsync(Patience);

        Assert.Equal(1, await WriteAsync(PutLargeAsync).WaitAsync(Patience));
    }

    [Fact]
    public async Task Nobody_is_told_yes_for_what_a_full_disk_took_with_it()
    {
        await WriteAsync(work => work.ExecuteAsync("PRAGMA max_page_count = 1"));
        using var writer = new HeldWriter(Data.Database);
        var first = WriteAsync(work => work.OweAsync(Owed("A", "a1")));
        var large = WriteAsync(PutLargeAsync);
        writer.LetGo();

        await Task.WhenAll(first, large).WaitAsync(Patience).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.True(first.IsCompleted && large.IsFaulted);
        Assert.Equal(first.IsCompletedSuccessfully, await ReadAsync(work => work.DeliveryAsync("a1")) is not null);
    }

    static Task<int> PutLargeAsync(Work work) => work.PutPayloadAsync(Payload.Of(new byte[1 << 20], new()), Now);
}

public abstract class DatabaseTests : StoreSuite
{
    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        await GivenOwedAsync("A", "a1");

        await Data.ReopenAsync();

        Assert.Equal("A", (await RowAsync("a1")).Dossier);
    }

    [Fact]
    public async Task A_transaction_that_fails_takes_no_other_with_it()
    {
        var all = Enumerable.Range(0, 60).Select(number => Task.Run(() => WriteAsync(async work =>
        {
            await work.OweAsync(Owed($"D{number}", $"d{number}"));
            return number % 20 == 7 ? throw new InvalidOperationException($"{number}") : number;
        }))).ToList();
        await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default);

        var stored = await ReadAsync(work => work.ListAsync<string>("SELECT id FROM delivery"));

        Assert.Equal([7, 27, 47], Enumerable.Range(0, 60).Where(number => all[number].IsFaulted));
        Assert.Equal(Enumerable.Range(0, 60).Where(number => number % 20 != 7).Select(number => $"d{number}").Order(), stored.Order());
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_fails_its_own_transaction_only()
    {
        await GivenOwedAsync("A", "a1");

        var good = WriteAsync(work => work.OweAsync(Owed("B", "b1")));
        var bad = WriteAsync(async work => await work.OweAsync(Owed("C", "c1")) + await work.OweAsync(Owed("A", "a1")));

        await Assert.ThrowsAnyAsync<DbException>(() => bad);
        Assert.Equal(1, await good);
        Assert.Equal(["a1", "b1"], await ReadAsync(work => work.ListAsync<string>("SELECT id FROM delivery ORDER BY id")));
    }

    [Fact]
    public async Task A_transaction_that_fails_throws_what_it_threw() =>
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(
            () => WriteAsync<int>(_ => throw new InvalidOperationException("mine")))).Message);

    [Theory]
    [InlineData("UPDATE event SET detail = 'x'"), InlineData("DELETE FROM event")]
    public async Task The_history_only_grows(string change)
    {
        await WriteAsync(work => work.AppendEventAsync(new() { Id = "e1", Kind = "Submitted", Partner = "vneid", Dossier = "A" }));

        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(work => work.ExecuteAsync(change)));

        Assert.Null(Assert.Single(await ReadAsync(work => work.EventsOfAsync("A"))).Detail);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_by_name()
    {
        await WriteAsync(work => work.ExecuteAsync("INSERT INTO schema_version (name) VALUES ('schema/900-later.sql')"));

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(Data.ReopenAsync);

        Assert.Contains("900-later", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_one_moment_and_does_not_wait_for_the_writer()
    {
        await GivenOwedAsync("A", "a1");

        var counts = await ReadAsync(async work =>
        {
            var before = await work.FirstAsync<long>("SELECT count(*) FROM delivery");
            await GivenOwedAsync("B", "b1");
            return (before, after: await work.FirstAsync<long>("SELECT count(*) FROM delivery"));
        });

        Assert.Equal((1, 1), counts);
        Assert.Equal(2, await ReadAsync(work => work.FirstAsync<long>("SELECT count(*) FROM delivery")));
    }

    [Fact]
    public async Task A_dossier_that_changed_meanwhile_is_not_overwritten()
    {
        await WriteAsync(work => work.InsertDossierAsync(new() { Number = "A", State = 1 }));
        var row = await ReadAsync(work => work.DossierAsync("A"));

        Assert.True(await WriteAsync(work => work.UpdateDossierAsync((row ?? new()) with { State = 2 })));
        Assert.False(await WriteAsync(work => work.UpdateDossierAsync((row ?? new()) with { State = 7 })));
        Assert.Equal(2, (await ReadAsync(work => work.DossierAsync("A")))?.State);
    }

    [Fact]
    public async Task The_first_answer_to_a_message_is_the_one_that_stays()
    {
        await WriteAsync(work => work.RememberAsync("door", "key", new() { ContentHash = "h1", Answer = "first" }, 1, Now));
        await WriteAsync(work => work.RememberAsync("door", "key", new() { ContentHash = "h2", Answer = "second" }, 2, Now));

        Assert.Equal("first", (await ReadAsync(work => work.SeenAsync("door", "key")))?.Answer);
        Assert.Null(await ReadAsync(work => work.SeenAsync("other door", "key")));
    }
}

public sealed class DatabaseOnPostgres : DatabaseTests
{
    protected override Task<TestDatabase> CreateAsync() => TestDatabase.PostgresAsync();
}
