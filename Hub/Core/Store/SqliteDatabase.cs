using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LLTP.Hub.Core.Store;

/// <summary>
/// The embedded store: one SQLite file, one writer. Transactions that arrive together share one synchronous commit
/// (group commit), each in a savepoint of its own: one that fails takes nobody with it, and nobody is told before the commit is on disk.
/// </summary>
sealed class SqliteDatabase : Database
{
    const int LargestGroup = 128;

    readonly Channel<Unit> queue = Channel.CreateBounded<Unit>(new BoundedChannelOptions(10_000) { SingleReader = true });
    readonly string connectionString;
    // Reading never waits for anything but the processor and the disk: more readers than these only cost memory.
    readonly SemaphoreSlim readers = new(2 * Environment.ProcessorCount);
    readonly ConcurrentBag<Session> idleReaders = [];
    readonly Session writer;
    readonly Task loop;

    public SqliteDatabase(string file)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, Pooling = false }.ToString();
        writer = Open("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000");
        loop = Task.Factory.StartNew(WriteAllAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public override Dialect Dialect => Dialect.Sqlite;

    public override async Task<T> WriteAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation)
    {
        var unit = new Unit<T>(work);
        await queue.Writer.WriteAsync(unit, cancellation);
        return await unit.Task;
    }

    public override async Task<T> ReadAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation)
    {
        await readers.WaitAsync(cancellation);
        Session? reader = null;
        try
        {
            reader = idleReaders.TryTake(out var idle) ? idle : Open("PRAGMA query_only = ON; PRAGMA cache_size = -1000");
            await using var transaction = Begin(reader, deferred: true);
            return await work(new Work(reader.Statements, transaction, Dialect));
        }
        finally
        {
            if (reader is not null)
                idleReaders.Add(reader);
            readers.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        await writer.DisposeAsync();
        while (idleReaders.TryTake(out var reader))
            await reader.DisposeAsync();
        readers.Dispose();
    }

    Session Open(string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(pragmas);
        return new(connection);
    }

    static SqliteTransaction Begin(Session session, bool deferred) => ((SqliteConnection)session.Connection).BeginTransaction(deferred);

    async Task WriteAllAsync()
    {
        var group = new List<Unit>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await WriteGroupAsync(group);
                group.ForEach(unit => unit.Complete());
            }
            // Last line of defence of the writer: a full disk rolls the whole group back, and the next group gets its chance.
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                var told = failure as DbException ?? new SqliteException("The group of transactions was rolled back.", 1);
                group.ForEach(unit => unit.Fail(told));
            }
        }
    }

    async Task WriteGroupAsync(List<Unit> group)
    {
        await using var transaction = Begin(writer, deferred: false);
        var work = new Work(writer.Statements, transaction, Dialect);
        while (group.Count < LargestGroup && queue.Reader.TryRead(out var unit))
        {
            group.Add(unit);
            await RunAsync(unit, work);
        }
        transaction.Commit();
    }

    static async Task RunAsync(Unit unit, Work work)
    {
        await work.ExecuteAsync("SAVEPOINT unit");
        if (!await unit.RunAsync(work))
            await work.ExecuteAsync("ROLLBACK TO unit");
        await work.ExecuteAsync("RELEASE unit");
    }

    abstract class Unit
    {
        public abstract Task<bool> RunAsync(Work work);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    sealed class Unit<T>(Func<Work, Task<T>> body) : Unit
    {
        readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? result;
        Exception? failure;

        public Task<T> Task => completion.Task;

        // What a transaction throws belongs to its caller, the others go on.
        public override async Task<bool> RunAsync(Work work)
        {
            try
            {
                result = await body(work);
                return true;
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                failure = thrown;
                return false;
            }
        }

        public override void Complete()
        {
            if (failure is null && result is not null)
                completion.TrySetResult(result);
            else
                completion.TrySetException(failure ?? new InvalidOperationException("The transaction gave no result."));
        }

        public override void Fail(Exception failure) => completion.TrySetException(this.failure ?? failure);
    }
}
