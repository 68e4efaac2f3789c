using LLTP.Hub.Tests.Security;
using LLTP.Hub.Tests.Support;
using Npgsql;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Kills;

/// <summary>PostgreSQL restarts while a hub starts: the hub waits and comes up.</summary>
public sealed class InterruptedStartTests
{
    static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    /// <summary>At which connection of the start; the one of the timetable's store in the short run.</summary>
    public static TheoryData<int> Connections => Full.Or(1, 0) == 1 ? [2, 3, 5] : [3];

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task A_database_that_goes_away_at_any_moment_of_a_start_does_not_end_the_hub(int connection)
    {
        var name = $"interrupted_{Guid.NewGuid():N}";
        var secret = Path.GetTempFileName();
        var direct = new NpgsqlConnectionStringBuilder(await TestServer.CreateDatabaseAsync(name));
        await using var relay = new Relay(direct.Port, connection, Away);
        direct.Port = relay.Port;
        await File.WriteAllTextAsync(secret, direct.ConnectionString, TestContext.Current.CancellationToken);

        await using (var hub = new RunningHub { Settings = { ["Store__Kind"] = "Postgres", ["Store__ConnectionStringFile"] = secret } })
        {
            await hub.InitializeAsync();
            (await hub.SubmitAsync((await hub.RequestAsync()).Bytes())).IsYes();
        }

        Assert.True(relay.Refused > 0);
        await TestServer.DropDatabaseAsync(name);
        File.Delete(secret);
    }
}
