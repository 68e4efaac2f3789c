using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Npgsql;

namespace LLTP.Hub.Core.Store;

/// <summary>A bounded set of open connections to PostgreSQL; a broken one takes all idle ones with it: they went to the same server.</summary>
sealed class PostgresSessions(string connectionString, int most) : IAsyncDisposable
{
    readonly ConcurrentBag<Session> idle = [];
    readonly SemaphoreSlim places = new(most);

    /// <summary>Waits for a place; disposing of the lease gives it back.</summary>
    public async Task<Lease> TakeAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return new(this, idle.TryTake(out var session) ? session : await OpenAsync(cancellation));
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EmptyAsync();
        places.Dispose();
    }

    async Task<Session> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    async Task EmptyAsync()
    {
        while (idle.TryTake(out var session))
            await session.DisposeAsync();
    }

    async Task GiveBackAsync(Session session, bool isBroken)
    {
        try
        {
            if (isBroken)
            {
                await session.DisposeAsync();
                await EmptyAsync();
            }
            else
                idle.Add(session);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>One session for one caller.</summary>
    public sealed class Lease(PostgresSessions owner, Session session) : IAsyncDisposable
    {
        bool broken;

        public NpgsqlConnection Connection => (NpgsqlConnection)session.Connection;

        public Statements Statements => session.Statements;

        /// <summary>
        /// Ends the transaction without effect. A connection that cannot even do that is not used again, nor is one whose prepared
        /// statements are older than an upgrade of the schema.
        /// </summary>
        public async Task RollBackAsync(NpgsqlTransaction transaction, Exception? failure = null)
        {
            broken = failure is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };
            try
            {
                await transaction.DisposeAsync();
            }
            catch (DbException)
            {
                broken = true;
            }
        }

        public async ValueTask DisposeAsync() => await owner.GiveBackAsync(session, broken || Connection.State != ConnectionState.Open);
    }
}
