using System.Data.Common;

namespace LLTP.Hub.Core.Store;

/// <summary>One open transaction: everything done through it becomes durable together or not at all.</summary>
public sealed class Work
{
    readonly Statements statements;
    readonly DbTransaction transaction;

    internal Work(Statements statements, DbTransaction transaction, Dialect dialect)
    {
        this.statements = statements;
        this.transaction = transaction;
        Dialect = dialect;
    }

    public Dialect Dialect { get; }

    /// <summary>Runs a statement; args are an object whose properties are the SQL's @parameters.</summary>
    public Task<int> ExecuteAsync(string sql, object? args = null) => statements.ExecuteAsync(sql, args, transaction);

    public async Task<T?> FirstAsync<T>(string sql, object? args = null) =>
        await statements.ListAsync<T>(sql, args, transaction, 1) is [var first] ? first : default;

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? args = null) =>
        await statements.ListAsync<T>(sql, args, transaction, int.MaxValue);

    /// <summary>One transaction of all nodes at a time holds this name, until its end; to be called before anything is read or decided.</summary>
    public Task LockAsync(string name) => Dialect.HasManyWriters
        ? ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", new { name = $"lltp-hub {name}" })
        : Task.CompletedTask;

    /// <summary>Keeps other transactions away from what stands here until this one's end; to be called before anything is read or decided.</summary>
    public Task LockRowAsync(string select, object args) => Dialect.HasManyWriters ? ExecuteAsync($"{select} {Dialect.LockRow}", args) : Task.CompletedTask;

}
