using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Dvcqg;
using LLTP.Hub.Simulators.Lgsp;
using LLTP.Hub.Simulators.Lltp;
using LLTP.Hub.Simulators.Tthc;
using LLTP.Hub.Simulators.TthcExisting;
using LLTP.Hub.Simulators.V06;
using LLTP.Hub.Simulators.Vneid;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The five simulators, each on a port of its own.</summary>
sealed class SimulatorHouse : IAsyncDisposable
{
    readonly List<SimulatorSite> sites = [];

    SimulatorHouse(VneidSimulator vneid, LgspSimulator? software, ExistingSimulator? existing, ICounter counter) =>
        (Citizens, Software, ExistingTthc, Counter) = (vneid.Citizens, software, existing, counter);

    public Citizens Citizens { get; }

    /// <summary>Where dossiers are made without VNeID.</summary>
    public ICounter Counter { get; }

    /// <summary>The TTHC system where it is one of today.</summary>
    public ExistingSimulator? ExistingTthc { get; }

    /// <summary>The shared software where it stands behind the LGSP.</summary>
    public LgspSimulator? Software { get; }

    public IEnumerable<(string Partner, Uri Address)> Addresses => sites.Select(s => (s.Partner, s.Address));

    /// <summary>Starts all five; the first port is 0 for any free ones, otherwise they take five in a row.</summary>
    public static async Task<SimulatorHouse> StartAsync(SimulatorKit kit, int firstPort, CancellationToken cancellation)
    {
        var vneid = new VneidSimulator(kit);
        var software = kit.Options.Lgsp ? new LgspSimulator(kit) : null;
        var existing = kit.Options.ExistingTthc ? new ExistingSimulator(kit) : null;
        var own = new TthcSimulator(kit);
        var house = new SimulatorHouse(vneid, software, existing, (ICounter?)existing?.Counter ?? own.Counter);
        ISimulator[] simulators =
            [vneid, (ISimulator?)existing ?? own, (ISimulator?)software ?? new LltpSimulator(kit), new V06Simulator(kit), new DvcqgSimulator(kit)];
        foreach (var (index, simulator) in simulators.Index())
            house.sites.Add(await SimulatorSite.StartAsync(simulator, kit, firstPort == 0 ? 0 : firstPort + index, cancellation));
        return house;
    }

    /// <summary>What people intend, as far as the TTHC system's contract can tell it; else the plain way.</summary>
    public Scenario Possible(Scenario scenario, bool atCounter) => scenario switch
    {
        Scenario.WithdrawnAt4 or Scenario.Stopped when ExistingTthc is not null => Scenario.Plain,
        Scenario.Refused or Scenario.SupplementByTthc or Scenario.SupplementByLltp when ExistingTthc is not null && atCounter => Scenario.Plain,
        _ => scenario,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
            await site.DisposeAsync();
    }
}
