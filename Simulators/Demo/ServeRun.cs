using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The five simulators alone, on fixed ports, for a trial by hand.</summary>
static class ServeRun
{
    const int FirstPort = 9101;

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var options = new SimulatorOptions
        {
            Folder = Value(arguments, "--folder") ?? Path.Combine(Path.GetTempPath(), "lltp-sim"),
            Hubs = [new(Value(arguments, "--hub") ?? "http://127.0.0.1:8080/")],
        };
        var kit = SimulatorKit.Create(options, Secrets.Open(options.SecretsFolder), cancellation);
        using var line = kit.Hub;
        await using var house = await SimulatorHouse.StartAsync(kit, FirstPort, cancellation);
        foreach (var (partner, address) in house.Addresses)
            await Console.Out.WriteLineAsync($"{partner,-6} {address}");
        await Console.Out.WriteLineAsync($"Khóa và bí mật / keys and secrets: {options.Folder}");
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    static string? Value(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
