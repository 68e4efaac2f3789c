using Dapper;
using Microsoft.Data.Sqlite;

namespace LLTP.Hub.Core.Store;

/// <summary>One connection with its prepared statements; used by one caller at a time.</summary>
sealed class Session : IAsyncDisposable
{
    readonly SqliteConnection connection;

    public Session(string connectionString, string pragmas)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(pragmas);
        Statements = new(connection);
    }

    public Statements Statements { get; }

    public SqliteTransaction Begin(bool deferred) => connection.BeginTransaction(deferred);

    public async ValueTask DisposeAsync()
    {
        Statements.Dispose();
        await connection.DisposeAsync();
    }
}
