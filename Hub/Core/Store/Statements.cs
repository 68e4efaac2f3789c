using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using Dapper;

namespace LLTP.Hub.Core.Store;

/// <summary>The prepared statements of one connection: each SQL text is parsed once, rows are read by Dapper's own parsers.</summary>
sealed class Statements(DbConnection connection) : IDisposable
{
    /// <summary>Tells those who listen of each command, with its values, just before it runs; in ordinary operation nobody listens.</summary>
    static readonly DiagnosticListener Issued = new("LLTP.Hub.Store");

    readonly Dictionary<string, Statement> prepared = new(StringComparer.Ordinal);

    public async Task<int> ExecuteAsync(string sql, object? args, DbTransaction transaction) =>
        await Ready(sql, args, transaction).Command.ExecuteNonQueryAsync();

    public async Task<List<T>> ListAsync<T>(string sql, object? args, DbTransaction transaction, int most)
    {
        var statement = Ready(sql, args, transaction);
        await using var reader = await statement.Command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (rows.Count < most && await reader.ReadAsync())
            rows.Add(statement.ParserOf<T>(reader)(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
            statement.Command.Dispose();
    }

    Statement Ready(string sql, object? args, DbTransaction transaction)
    {
        if (!prepared.TryGetValue(sql, out var statement) || statement.Args != args?.GetType())
            prepared[sql] = statement = Prepare(sql, args?.GetType());
        statement.Command.Transaction = transaction;
        for (var index = 0; index < statement.Sources.Length; index++)
            statement.Command.Parameters[index].Value = Stored(statement.Sources[index].GetValue(args));
        if (Issued.IsEnabled())
            Issued.Write("Command", statement.Command);
        return statement;
    }

    Statement Prepare(string sql, Type? args)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        PropertyInfo[] sources = [.. (args?.GetProperties() ?? []).Where(property => Names(sql, property.Name))];
        foreach (var source in sources)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{source.Name}";
            parameter.DbType = TypeOf(source.PropertyType);
            command.Parameters.Add(parameter);
        }
        return new(command, args, sources);
    }

    public static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        bool yes => yes ? 1L : 0L,
        string text => Storable(text),
        _ => value,
    };

    // PostgreSQL keeps neither U+0000 nor half characters; a partner's text that holds them must not make a message unstorable.
    static string Storable(string text)
    {
        var clean = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return clean.Contains('\0') ? clean.Replace('\0', '\uFFFD') : clean;
    }

    /// <summary>Known also where the value is null: PostgreSQL does not guess it.</summary>
    public static DbType TypeOf(Type type) => type == typeof(string) ? DbType.String : type == typeof(byte[]) ? DbType.Binary : DbType.Int64;

    /// <summary>Whether the SQL text names this parameter, not only a longer one that begins alike.</summary>
    static bool Names(string sql, string name)
    {
        for (var at = sql.IndexOf($"@{name}", StringComparison.Ordinal); at >= 0; at = sql.IndexOf($"@{name}", at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length + 1;
            if (end == sql.Length || !(char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
                return true;
        }
        return false;
    }

    sealed record Statement(DbCommand Command, Type? Args, PropertyInfo[] Sources)
    {
        Delegate? parser;

        /// <summary>Made from the first row that comes: without a row SQLite cannot tell the types.</summary>
        public Func<DbDataReader, T> ParserOf<T>(DbDataReader reader)
        {
            var known = parser as Func<DbDataReader, T> ?? (IsScalar(typeof(T)) ? Scalar<T> : reader.GetRowParser<T>());
            parser = known;
            return known;
        }

        static bool IsScalar(Type type) => type.IsValueType || type == typeof(string);

        static T Scalar<T>(DbDataReader reader) => reader.GetFieldValue<T>(0);
    }
}
