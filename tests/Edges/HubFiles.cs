using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;
using Microsoft.Data.Sqlite;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Reads the hub's own database file beside the running hub.</summary>
public sealed class HubFiles(string folder)
{
    const string Refusals = "SELECT door, partner, dossier, size, reason, length(bytes) FROM refusal WHERE sha256 = $1";
    const string Application = """
        SELECT payload.bytes FROM payload JOIN dossier_version ON content = hash WHERE dossier = $1 ORDER BY version DESC
        """;

    public string Folder => folder;

    public string Database => Path.Combine(folder, "hub.db");

    /// <summary>Every refusal of a message with exactly these bytes.</summary>
    public Task<IReadOnlyList<Trace>> TracesAsync(byte[] sent) => ReadAsync(Refusals, Fingerprint.Sha256Hex(sent), row => new Trace(
        row.GetString(0), Text(row, 1), Text(row, 2), row.GetInt64(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5)));

    /// <summary>The newest version of an accepted application; null when there is none.</summary>
    public async Task<Application?> ApplicationAsync(string dossier) =>
        await ReadAsync(Application, dossier, row => Content.FromJson((byte[])row[0])) is [Application newest, ..] ? newest : null;

    public async Task<IReadOnlyList<byte[]>> PayloadsAsync() =>
        await ReadAsync("SELECT bytes FROM payload WHERE $1 = ''", "", row => (byte[])row[0]);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, string argument, Func<SqliteDataReader, T> read)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection) { Parameters = { new("$1", argument) } };
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
            found.Add(read(rows));
        return found;
    }

    /// <summary>Makes a dossier's history older than it is, behind the guard that lets nobody change it.</summary>
    public async Task AgeAsync(string dossier, TimeSpan by)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(
            """
            BEGIN IMMEDIATE; DROP TRIGGER event_no_update; UPDATE event SET at = at - $1 WHERE dossier = $2;
            CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event is append-only'); END; COMMIT;
            """, connection) { Parameters = { new("$1", (long)by.TotalMilliseconds), new("$2", dossier) } };
        await command.ExecuteNonQueryAsync();
    }

    static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
