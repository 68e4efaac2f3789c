using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LLTP.Hub.Tests.Support;
using Npgsql;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

[OnPostgres]
public sealed partial class PostgresPlanTests(ITestOutputHelper output) : PlanSuite(output)
{
    /// <summary>From here on the server may take a plan that does not look at the values.</summary>
    const int UntilGeneric = 7;

    protected override string Place => "SELECT current_database()::text";

    protected override async Task<DbConnection> ConnectAsync(string place)
    {
        var connection = new NpgsqlConnection($"{await TestServer.ConnectionStringAsync(place)};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task<IReadOnlyList<string>> WalksAsync(
        DbConnection connection, string sql, IReadOnlyList<IssuedValue> values)
    {
        var numbered = Parameter().Replace(sql, match => values.Index().FirstOrDefault(pair => pair.Item.Name == match.Value, (-1, new("", default, null))) is { Index: >= 0 } found
            ? $"${found.Index + 1}" : match.Value);
        var types = values.Count == 0 ? "" : $"({string.Join(", ", values.Select(value => Type(value.Type)))})";
        var given = values.Count == 0 ? "" : $"({string.Join(", ", values.Select(value => Literal(value.Value)))})";
        await RunAsync(connection, $"PREPARE one {types} AS {numbered}");
        var nodes = new List<JsonNode>();
        for (var use = 0; use < UntilGeneric; use++)
            nodes = [.. Nodes(JsonNode.Parse(await RunAsync(connection, $"EXPLAIN (FORMAT JSON) EXECUTE one{given}") ?? "[]")?[0]?["Plan"])];
        await RunAsync(connection, "DEALLOCATE one");
        var walks = new List<string>();
        foreach (var node in nodes)
        {
            if (await WalksAsync(connection, sql, node))
                walks.Add($"{node["Node Type"]} {node["Relation Name"]} {node["Index Name"]} filter {node["Filter"]}");
        }
        return walks;
    }

    static async Task<bool> WalksAsync(DbConnection connection, string sql, JsonNode node)
    {
        var type = $"{node["Node Type"]}";
        if (type == "Seq Scan")
            return int.Parse(await RunAsync(connection, $"SELECT reltuples::bigint::text FROM pg_class WHERE relname = '{node["Relation Name"]}'") ?? "0", CultureInfo.InvariantCulture) > Large;
        if (!type.Contains("Index", StringComparison.Ordinal) || node["Index Cond"] is not null)
            return false;
        var definition = await RunAsync(connection, $"SELECT indexdef FROM pg_indexes WHERE indexname = '{node["Index Name"]}'") ?? "";
        return !(IsOfOpen($"{node["Index Name"]}", definition) || IsPage(sql));
    }

    static IEnumerable<JsonNode> Nodes(JsonNode? node) => node is null ? [] : [node, .. (node["Plans"] as JsonArray ?? []).SelectMany(Nodes)];

    static async Task<string?> RunAsync(DbConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)connection);
        return await command.ExecuteScalarAsync() as string;
    }

    static string Type(DbType type) => type switch { DbType.String => "text", DbType.Binary => "bytea", _ => "bigint" };

    static string Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'",
        null or DBNull => "NULL",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL",
    };

    [GeneratedRegex("@[A-Za-z0-9]+")]
    private static partial Regex Parameter();
}
