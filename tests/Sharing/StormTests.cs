using System.Collections.Concurrent;
using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Edges;
using LLTP.Hub.Tests.Edges.Adapters;
using LLTP.Hub.Tests.Support;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Xunit;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>Many clients, the same messages, two nodes: everybody gets the one answer, everything happens once.</summary>
[Collection(nameof(AloneOnTheMachine))]
public sealed class StormTests
{
    const int Clients = 40;

    static readonly int Messages = Environment.GetEnvironmentVariable("LLTP_TEST_FULL") == "1" ? 50 : 15;

    readonly ConcurrentBag<string> effects = [];

    [Fact]
    public async Task Copies_from_forty_clients_at_two_nodes_are_answered_alike_and_take_effect_once()
    {
        await using var redis = await RedisServer.StartedAsync();
        await using var tthc = await PartnerStub.StartAsync(TakeAsync);
        var name = $"storm_{Guid.NewGuid():N}";
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, await TestServer.CreateDatabaseAsync(name), TestContext.Current.CancellationToken);
        await using (var first = Node(secret, redis, tthc))
        await using (var second = Node(secret, redis, tthc))
        {
            await first.InitializeAsync();
            await second.InitializeAsync();
            List<byte[]> messages = [(await first.RequestAsync()).Bytes(), (await second.RequestAsync()).Bytes()];
            (await first.SubmitAsync(messages[0])).IsYes();
            (await second.SubmitAsync(messages[1])).IsYes();
            while (messages.Count < Messages)
                messages.Add((await first.RequestAsync()).Bytes());

            var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => SendAllAsync(client % 2 == 0 ? first : second, client, messages)));

            Assert.Equal(Clients * Messages, answers.Sum(client => client.Count));
            Assert.All(answers.SelectMany(client => client), answer => answer.IsYes());
            await UntilAsync(() => effects.Count >= Messages);
        }
        Assert.Equal((Messages, Messages, Messages * 2L), await CountAsync(secret));
        Assert.Equal(Messages, effects.Distinct().Count());
        Assert.Equal(Messages, effects.Count);
        await TestServer.DropDatabaseAsync(name);
        File.Delete(secret);
    }

    static async Task<List<Answer>> SendAllAsync(RunningHub node, int client, List<byte[]> messages)
    {
        var order = Enumerable.Range(0, messages.Count).ToArray();
        new Random(client).Shuffle(order);
        var answers = new List<Answer>();
        foreach (var index in order)
            answers.Add(await node.SubmitAsync(messages[index]));
        return answers;
    }

    // What TTHC keeps of a dossier: one effect for each number and version, whoever brought it.
    async Task TakeAsync(HttpContext context)
    {
        if (HttpMethods.IsPut(context.Request.Method))
            effects.Add($"{context.Request.Path} {context.Request.Headers["Idempotency-Key"]}");
        await PartnerStub.Answer(200, "application/json", """{"stored":"new"}""")(context);
    }

    static RunningHub Node(string secret, RedisServer redis, PartnerStub tthc) => new()
    {
        Settings =
        {
            ["Store__Kind"] = "Postgres", ["Store__ConnectionStringFile"] = secret, ["Redis__Endpoint"] = redis.Endpoint,
            ["Partners__Tthc__Endpoint"] = tthc.Address.ToString(), ["Partners__Tthc__OutboundSecretFile"] = secret,
        },
    };

    static async Task<(long Dossiers, long Versions, long Deliveries)> CountAsync(string secret)
    {
        await using var connection = new NpgsqlConnection(await File.ReadAllTextAsync(secret));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM dossier_version), (SELECT count(*) FROM delivery)", connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!holds())
            await Task.Delay(100, limit.Token);
        // A second effect would come soon after the first.
        await Task.Delay(1000, limit.Token);
    }
}
