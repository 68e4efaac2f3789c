using System.Data.Common;
using Dapper;

namespace LLTP.Hub.Core.Store;

/// <summary>One open transaction: everything done through it becomes durable together or not at all.</summary>
public sealed class Work(DbConnection connection, DbTransaction? transaction, Dialect dialect)
{
    public Dialect Dialect => dialect;

    public Task<int> ExecuteAsync(string sql, object? args = null) => connection.ExecuteAsync(sql, args, transaction);

    public Task<T?> FirstAsync<T>(string sql, object? args = null) => connection.QueryFirstOrDefaultAsync<T>(sql, args, transaction);

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? args = null) =>
        (await connection.QueryAsync<T>(sql, args, transaction)).AsList();
}
