using Dapper;
using LLTP.Hub.Core.Options;

namespace LLTP.Hub.Core.Store;

/// <summary>
/// Where the hub keeps everything: an embedded file for one process, or PostgreSQL for several. What fails inside the database, or whose
/// commit nobody can vouch for, is a <see cref="System.Data.Common.DbException"/>: the caller then may not say that it is stored.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    const int LoadedAtOnce = 5000;

    public abstract Dialect Dialect { get; }

    /// <summary>
    /// Runs one transaction; returns after it is durable. The work must not await anything but the store, and it may run again from its
    /// beginning when another transaction was in its way: what it changes outside the store counts only after the return.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation);

    /// <summary>Reads one consistent snapshot without waiting for any writer.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellation);

    /// <summary>
    /// Writes very many rows of one table, each property in the column of its name, in large transactions of its own; returns how many. For data
    /// moved in from elsewhere and for trials of size: a failure in the middle leaves whole transactions behind.
    /// </summary>
    public virtual async Task<long> LoadAsync<T>(string table, IEnumerable<T> rows, CancellationToken cancellation) where T : class
    {
        var insert = new BulkTable(table, typeof(T)).Insert;
        var loaded = 0L;
        foreach (var some in rows.Chunk(LoadedAtOnce))
            loaded += await WriteAsync(work => InsertAsync(work, insert, some), cancellation);
        return loaded;
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the store that the configuration names, creating and upgrading it as needed.</summary>
    /// <exception cref="StoreRefusedException">It cannot be used as it is; the message says what to do.</exception>
    public static async Task<Database> OpenAsync(StoreOptions options, string file, CancellationToken cancellation) => options.Kind switch
    {
        StoreKind.Postgres => await UpgradedAsync(await PostgresDatabase.ConnectAsync(options, cancellation)),
        _ => await OpenAsync(file),
    };

    /// <summary>Whether other processes of the hub use the store now; of the embedded file its lock tells that.</summary>
    /// <exception cref="StoreRefusedException">The server cannot be asked.</exception>
    public static async Task<bool> IsInUseAsync(StoreOptions options, CancellationToken cancellation)
    {
        if (options.Kind != StoreKind.Postgres)
            return false;
        var check = new PostgresCheck(PostgresConnection.Read(options.ConnectionStringFile ?? ""));
        return await check.OthersAsync(options.StartPatience, cancellation) > 0;
    }

    /// <summary>Opens the embedded file.</summary>
    public static Task<Database> OpenAsync(string file) => UpgradedAsync(new SqliteDatabase(file));

    protected virtual Task UpgradeAsync() => Schema.UpgradeAsync(this);

    static async Task<int> InsertAsync<T>(Work work, string insert, T[] rows)
    {
        foreach (var row in rows)
            await work.ExecuteAsync(insert, row);
        return rows.Length;
    }

    static async Task<Database> UpgradedAsync(Database database)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        try
        {
            await database.UpgradeAsync();
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
