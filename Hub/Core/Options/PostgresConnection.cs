using LLTP.Hub.Security;
using Npgsql;

namespace LLTP.Hub.Core.Options;

/// <summary>The connection string of PostgreSQL, from a secret file that no message ever quotes, with what the hub itself needs of a connection.</summary>
sealed class PostgresConnection
{
    const string Example = "as in Host=10.0.0.5;Database=lltp;Username=lltp;Password=...";
    const string Limits = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=60s";

    readonly NpgsqlConnectionStringBuilder given;

    PostgresConnection(NpgsqlConnectionStringBuilder given) => this.given = given;

    /// <summary>Host and port, for people.</summary>
    public string Place => $"{given.Host}:{given.Port}";

    public string Database => given.Database ?? "";

    public string ForWriters => With(Limits);

    public string ForReaders => With("-c default_transaction_read_only=on");

    /// <exception cref="ArgumentException">The file holds no connection string.</exception>
    public static PostgresConnection Read(string file) => new(new(SecretText.FromFile(file).Reveal()));

    /// <summary>What is wrong with the file, or null.</summary>
    public static string? Problem(string? file)
    {
        if (file is null)
            return $"Store:Kind Postgres needs a file with the connection string, {Example}.";
        try
        {
            return Read(file).given is { Host: null or "" } or { Database: null or "" } ? $"'{file}' must name Host and Database, {Example}." : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return $"'{file}' holds no connection string, {Example}.";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"there is no file '{file}', or it is empty or cannot be read.";
        }
    }

    /// <summary>The same without time limits.</summary>
    public PostgresConnection Patient() => new(new(given.ConnectionString) { CommandTimeout = 0, Options = $"{given.Options} -c lock_timeout=0" });

    // Connections are pooled by the store itself, with the statements that they have prepared.
    string With(string options) => new NpgsqlConnectionStringBuilder(given.ConnectionString)
    {
        Pooling = false, Enlist = false, MaxAutoPrepare = 300, AutoPrepareMinUsages = 2, TcpKeepAlive = true,
        Timeout = Math.Min(given.Timeout, 5), ApplicationName = given.ApplicationName ?? "lltp-hub",
        Options = $"{options} {given.Options}".Trim(),
    }.ConnectionString;
}
