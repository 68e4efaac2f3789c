using System.Collections.Concurrent;
using LLTP.Hub.Tests.Edges.Adapters;
using LLTP.Hub.Tests.Support;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Kills;

/// <summary>A hub process that dies where it is told, on a database of its own, and a TTHC system that keeps every effect.</summary>
sealed class KillTrial : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string? database;
    readonly string secret = Path.GetTempFileName();
    readonly ConcurrentQueue<string> effects = [];
    PartnerStub? tthc;

    KillTrial(bool onPostgres) => database = onPostgres ? $"kill_{Guid.NewGuid():N}" : null;

    public RunningHub Hub { get; } = new();

    /// <summary>The dossiers that TTHC took, each as often as it came.</summary>
    public IReadOnlyCollection<string> Effects => effects;

    /// <summary>TTHC says no to everything.</summary>
    public bool IsRefusing { get; set; }

    public static async Task<KillTrial> StartAsync(bool onPostgres, string? point = null)
    {
        var trial = new KillTrial(onPostgres);
        trial.tthc = await PartnerStub.StartAsync(trial.AnswerAsync);
        await trial.ConfigureAsync(trial.tthc.Address, point);
        await trial.Hub.InitializeAsync();
        return trial;
    }

    /// <summary>Sends the dossier until the hub has answered it; a hub that dies meanwhile is started again.</summary>
    public async Task SubmitAsync(byte[] request)
    {
        try
        {
            (await Hub.SubmitAsync(request)).IsYes();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            await ComesBackAsync();
            (await Hub.SubmitAsync(request)).IsYes();
        }
    }

    /// <summary>The hub dies by itself, and is started again without a point.</summary>
    public async Task ComesBackAsync()
    {
        await UntilAsync(() => Task.FromResult(!Hub.IsAlive));
        await StartAgainAsync(null);
    }

    public Task StartAgainAsync(string? point)
    {
        Hub.Settings["KillAt"] = point ?? "";
        return Hub.KillAndStartAsync();
    }

    public Task UntilIsAsync(long expected, string sql) => UntilAsync(async () => await CountAsync(sql) == expected);

    public async Task<long> CountAsync(string sql)
    {
        if (database is null)
            return (await Hub.Files.ReadAsync($"{sql} -- $1", "", row => row.GetInt64(0)))[0];
        await using var connection = new NpgsqlConnection(await TestServer.ConnectionStringAsync(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync() ?? -1L);
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        if (tthc is not null)
            await tthc.DisposeAsync();
        if (database is not null)
            await TestServer.DropDatabaseAsync(database);
        File.Delete(secret);
    }

    async Task ConfigureAsync(Uri partner, string? point)
    {
        var connection = database is null ? "-" : await TestServer.CreateDatabaseAsync(database);
        await File.WriteAllTextAsync(secret, connection);
        var settings = Hub.Settings;
        if (database is not null)
            (settings["Store__Kind"], settings["Store__ConnectionStringFile"]) = ("Postgres", secret);
        (settings["Partners__Tthc__Endpoint"], settings["Partners__Tthc__OutboundSecretFile"]) = (partner.ToString(), secret);
        (settings["Recovery__FirstDelay"], settings["KillAt"]) = ("00:00:00.050", point ?? "");
    }

    async Task AnswerAsync(HttpContext context)
    {
        var number = context.Request.Path.ToString().Split('/')[^1];
        if (HttpMethods.IsPut(context.Request.Method) && !IsRefusing)
            effects.Enqueue(number);
        var body = HttpMethods.IsPut(context.Request.Method)
            ? IsRefusing ? """{"title":"Refused","code":"NotNow"}""" : """{"stored":"new"}"""
            : $$"""{"number":"{{number}}","version":1,"states":[],"title":"Unknown","code":"NotFound"}""";
        var status = HttpMethods.IsPut(context.Request.Method) ? IsRefusing ? 422 : 200 : effects.Contains(number) ? 200 : 404;
        await PartnerStub.Answer(status, "application/json", body)(context);
    }

    static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var started = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "What was waited for did not come.");
    }
}
