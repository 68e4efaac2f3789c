using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Dvcqg;
using LLTP.Hub.Simulators.Lgsp;
using LLTP.Hub.Simulators.Lltp;
using LLTP.Hub.Simulators.Tthc;
using LLTP.Hub.Simulators.V06;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The five simulators, each on a port of its own.</summary>
sealed class SimulatorHouse : IAsyncDisposable
{
    readonly List<SimulatorSite> sites = [];

    SimulatorHouse(VneidSimulator vneid, LgspSimulator? software) => (Citizens, Software) = (vneid.Citizens, software);

    public Citizens Citizens { get; }

    /// <summary>The shared software where it stands behind the LGSP.</summary>
    public LgspSimulator? Software { get; }

    public IEnumerable<(string Partner, Uri Address)> Addresses => sites.Select(s => (s.Partner, s.Address));

    /// <summary>Starts all five; the first port is 0 for any free ones, otherwise they take five in a row.</summary>
    public static async Task<SimulatorHouse> StartAsync(SimulatorKit kit, int firstPort, CancellationToken cancellation)
    {
        var vneid = new VneidSimulator(kit);
        var software = kit.Options.Lgsp ? new LgspSimulator(kit) : null;
        var house = new SimulatorHouse(vneid, software);
        ISimulator[] simulators =
            [vneid, new TthcSimulator(kit), (ISimulator?)software ?? new LltpSimulator(kit), new V06Simulator(kit), new DvcqgSimulator(kit)];
        foreach (var (index, simulator) in simulators.Index())
            house.sites.Add(await SimulatorSite.StartAsync(simulator, kit, firstPort == 0 ? 0 : firstPort + index, cancellation));
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
            await site.DisposeAsync();
    }
}
