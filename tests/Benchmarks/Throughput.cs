using LLTP.Hub.Simulators.Demo;

namespace LLTP.Hub.Benchmarks;

/// <summary>
/// Finished dossiers per second through the demo, all ten steps with five simulators over real HTTP on the same machine; the simulators
/// take their part of the cores.
/// </summary>
static class Throughput
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var dossiers = arguments is [var count, ..] ? int.Parse(count, null) : 1000;
        await using var redis = await RedisServer.StartedAsync();
        var shared = new Dictionary<string, string> { ["LLTP__Redis__Endpoint"] = redis.Endpoint };

        Console.WriteLine($"{"store",-32}{"dossiers/s",12}{"hub CPU s",12}{"ms CPU/dossier",16}{"peak MB",10}");
        Print("SQLite", await DemoTrial.RunAsync(dossiers, []), dossiers);
        Print("PostgreSQL, 1 node", await DemoTrial.RunAsync(dossiers, ["--store", "postgres"]), dossiers);
        Print("PostgreSQL + Redis, 1 node", await DemoTrial.RunAsync(dossiers, ["--store", "postgres"], shared), dossiers);
        Print("PostgreSQL + Redis, 2 nodes", await DemoTrial.RunAsync(dossiers, ["--store", "postgres", "--nodes", "2"], shared), dossiers);
    }

    static void Print(string name, DemoTrial trial, int dossiers) => Console.WriteLine(
        $"{name,-32}{trial.PerSecond,12:0.0}{trial.HubCpu,12:0.0}{trial.HubCpu * 1000 / dossiers,16:0.0}{trial.Report["hubPeakMemoryMb"],10}");
}
