using System.Data.Common;

namespace LLTP.Hub.Core.Store;

/// <summary>One open connection with its prepared statements; used by one caller at a time.</summary>
sealed class Session(DbConnection connection) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public Statements Statements { get; } = new(connection);

    public async ValueTask DisposeAsync()
    {
        Statements.Dispose();
        await connection.DisposeAsync();
    }
}
