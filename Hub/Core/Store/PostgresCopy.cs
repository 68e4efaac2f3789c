using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace LLTP.Hub.Core.Store;

/// <summary>Very many rows by COPY, the way in which PostgreSQL takes them fastest.</summary>
sealed class PostgresCopy(NpgsqlConnection connection, BulkTable table)
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>All rows or none. What was loaded is counted at once: the planner would go on as if the table were empty.</summary>
    public async Task<long> RunAsync(IEnumerable<object> rows, CancellationToken cancellation)
    {
        var copied = await CopyAsync(rows, cancellation);
        if (table.BringsPlaces)
            await RunAsync($"SELECT setval(pg_get_serial_sequence('{table.Name}', 'seq'), max(seq)) FROM {table.Name}", cancellation);
        await RunAsync($"ANALYZE {table.Name}", cancellation);
        return (long)copied;
    }

    async Task<ulong> CopyAsync(IEnumerable<object> rows, CancellationToken cancellation)
    {
        var types = table.Sources.Select(source => TypeOf(Statements.TypeOf(source.PropertyType))).ToArray();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        copy.Timeout = Longest;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            for (var index = 0; index < types.Length; index++)
                await WriteAsync(copy, Statements.Stored(table.Sources[index].GetValue(row)), types[index], cancellation);
        }
        return await copy.CompleteAsync(cancellation);
    }

    static Task WriteAsync(NpgsqlBinaryImporter copy, object value, NpgsqlDbType type, CancellationToken cancellation) => value switch
    {
        DBNull => copy.WriteNullAsync(cancellation),
        string text => copy.WriteAsync(text, type, cancellation),
        byte[] bytes => copy.WriteAsync(bytes, type, cancellation),
        _ => copy.WriteAsync(Convert.ToInt64(value, null), type, cancellation),
    };

    async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static NpgsqlDbType TypeOf(DbType type) => type switch
    {
        DbType.String => NpgsqlDbType.Text,
        DbType.Binary => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Bigint,
    };
}
