using System.Data;
using System.Data.Common;
using LLTP.Hub.Core.Options;
using Npgsql;

namespace LLTP.Hub.Core.Store;

/// <summary>
/// The store of several processes: ordinary transactions, many at once. Each statement sees what was committed before it, and row locks
/// are taken before anything is read to decide on: whoever got the lock decides on the newest state, as a single writer would.
/// </summary>
sealed class PostgresDatabase(PostgresConnection connection, int connections) : Database
{
    readonly PostgresSessions writers = new(connection.ForWriters, connections);
    readonly PostgresSessions readers = new(connection.ForReaders, connections);

    public override Dialect Dialect => Dialect.Postgres;

    /// <summary>Opens without touching the schema, when the server is one that the hub may trust with its data.</summary>
    /// <exception cref="StoreRefusedException">It is not, or it cannot be reached.</exception>
    public static async Task<Database> ConnectAsync(StoreOptions options, CancellationToken cancellation)
    {
        var connection = PostgresConnection.Read(options.ConnectionStringFile ?? "");
        await new PostgresCheck(connection).RunAsync(options.StartPatience, cancellation);
        return new PostgresDatabase(connection, options.Connections);
    }

    public override Task<T> WriteAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation) =>
        PostgresFailure.RepeatAsync(() => WriteOnceAsync(work, cancellation), PostgresFailure.MayRunAgain, cancellation);

    public override Task<T> ReadAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation) =>
        PostgresFailure.RepeatAsync(() => ReadOnceAsync(work, cancellation), PostgresFailure.MayRunAgain, cancellation);

    public override async Task<long> LoadAsync<T>(string table, IEnumerable<T> rows, CancellationToken cancellation)
    {
        await using var lease = await writers.TakeAsync(cancellation);
        return await new PostgresCopy(lease.Connection, new BulkTable(table, typeof(T))).RunAsync(rows, cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        await writers.DisposeAsync();
        await readers.DisposeAsync();
    }

    // An upgrade may wait long for its lock and work long on a large table.
    protected override async Task UpgradeAsync()
    {
        await using var patient = new PostgresDatabase(connection.Patient(), 1);
        await Schema.UpgradeAsync(patient);
    }

    async Task<T> WriteOnceAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation)
    {
        await using var lease = await writers.TakeAsync(cancellation);
        var transaction = lease.Connection.BeginTransaction(IsolationLevel.ReadCommitted);
        T result;
        try
        {
            result = await work(new Work(lease.Statements, transaction, Dialect));
        }
        catch (Exception failure)
        {
            await lease.RollBackAsync(transaction, failure);
            throw;
        }
        await CommitAsync(lease.Connection, transaction);
        return result;
    }

    async Task<T> ReadOnceAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation)
    {
        await using var lease = await readers.TakeAsync(cancellation);
        var transaction = lease.Connection.BeginTransaction(IsolationLevel.RepeatableRead);
        try
        {
            var result = await work(new Work(lease.Statements, transaction, Dialect));
            await lease.RollBackAsync(transaction);
            return result;
        }
        catch (Exception failure)
        {
            await lease.RollBackAsync(transaction, failure);
            throw;
        }
    }

    // A connection that breaks while it commits leaves nobody who knows the outcome: never run again, never called stored.
    static async Task CommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (DbException broken) when (connection.State != ConnectionState.Open)
        {
            throw new OutcomeUnknownException(broken);
        }
    }
}
