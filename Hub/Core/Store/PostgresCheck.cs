using System.Diagnostics;
using LLTP.Hub.Core.Options;
using Npgsql;

namespace LLTP.Hub.Core.Store;

/// <summary>What a server must be before the hub gives it anything: there, new enough, and one that keeps what it acknowledged.</summary>
sealed class PostgresCheck(PostgresConnection place)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <exception cref="StoreRefusedException">The server may not be used; the message says what to do.</exception>
    public async Task RunAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(patience, cancellation);
        if (PostgresVersion.IsTooOld(connection.PostgreSqlVersion))
            throw new StoreRefusedException("TooOld", connection.PostgreSqlVersion);
        await RefuseAsync(connection, "fsync", "off", "Fsync");
        await RefuseAsync(connection, "synchronous_commit", "off", "SynchronousCommit");
        await RefuseAsync(connection, "in_hot_standby", "on", "Standby");
        if (await ShowAsync(connection, "server_encoding") is not "UTF8" and var encoding)
            throw new StoreRefusedException("Encoding", place.Database, encoding ?? "-");
    }

    /// <summary>How many other sessions the hub's programs hold on this database: none when they are stopped.</summary>
    public async Task<long> OthersAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(patience, cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()
            """, connection);
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    async Task<NpgsqlConnection> OpenAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var connection = new NpgsqlConnection(place.ForWriters);
            try
            {
                await connection.OpenAsync(cancellation);
                return connection;
            }
            catch (NpgsqlException failure)
            {
                await connection.DisposeAsync();
                if (Refusal(failure) is { } refusal)
                    throw refusal;
                if (Stopwatch.GetElapsedTime(started) >= patience)
                    throw new StoreRefusedException("Unreachable", place.Place);
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>Null when waiting may help.</summary>
    StoreRefusedException? Refusal(NpgsqlException failure) => (failure as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new("Login", place.Place),
        PostgresErrorCodes.InvalidCatalogName => new("NoDatabase", place.Place, place.Database),
        _ => null,
    };

    static async Task RefuseAsync(NpgsqlConnection connection, string setting, string value, string key)
    {
        if (await ShowAsync(connection, setting) == value)
            throw new StoreRefusedException(key);
    }

    static async Task<string?> ShowAsync(NpgsqlConnection connection, string setting)
    {
        await using var command = new NpgsqlCommand($"SHOW {setting}", connection);
        return await command.ExecuteScalarAsync() as string;
    }
}
