using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

public sealed partial class SqlitePlanTests(ITestOutputHelper output) : PlanSuite(output)
{
    protected override string Place => "SELECT file FROM pragma_database_list WHERE name = 'main'";

    protected override async Task<DbConnection> ConnectAsync(string place)
    {
        var connection = new SqliteConnection($"Data Source={place};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task<IReadOnlyList<string>> WalksAsync(
        DbConnection connection, string sql, IReadOnlyList<IssuedValue> values)
    {
        await using var command = new SqliteCommand($"EXPLAIN QUERY PLAN {sql}", (SqliteConnection)connection);
        foreach (var value in values)
            command.Parameters.AddWithValue(value.Name, value.Value);
        var scans = new List<Match>();
        await using (var plan = await command.ExecuteReaderAsync())
            while (await plan.ReadAsync())
                scans.Add(Scan().Match(plan.GetString(3)));
        var walks = new List<string>();
        foreach (var scan in scans.Where(scan => scan.Success))
        {
            if (await WalksAsync((SqliteConnection)connection, sql, scan.Groups["table"].Value, scan.Groups["index"].Value))
                walks.Add(scan.Value);
        }
        return walks;
    }

    static async Task<bool> WalksAsync(SqliteConnection connection, string sql, string name, string index)
    {
        var table = await FirstAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = $1", Table(sql, name)) as string;
        if (table is null || Convert.ToInt64(await FirstAsync(connection, $"SELECT count(*) FROM {table}", ""), null) <= Large)
            return false;
        var definition = await FirstAsync(connection, "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = $1", index) as string ?? "";
        return index.Length == 0 || !(IsOfOpen(index, definition) || IsPage(sql));
    }

    /// <summary>The table behind another name; the name itself where there is none.</summary>
    static string Table(string sql, string name) =>
        Regex.Match(sql, $@"\b(?:FROM|JOIN|UPDATE)\s+(\w+)\s+(?:AS\s+)?{name}\b") is { Success: true } match ? match.Groups[1].Value : name;

    static async Task<object?> FirstAsync(SqliteConnection connection, string sql, string value)
    {
        await using var command = new SqliteCommand(sql, connection);
        command.Parameters.AddWithValue("$1", value);
        return await command.ExecuteScalarAsync();
    }

    [GeneratedRegex(@"^SCAN (?<table>\w+)(?: USING (?:COVERING )?INDEX (?<index>\w+))?")]
    private static partial Regex Scan();
}
