namespace LLTP.Hub.Simulators.Common;

/// <summary>What every simulator works with.</summary>
sealed record SimulatorKit(
    SimulatorOptions Options, Secrets Secrets, Journal Journal, DossierBoard Board,
    Faults Faults, Errands Errands, HubCaller Hub, TimeProvider Clock)
{
    public static SimulatorKit Create(SimulatorOptions options, Secrets secrets, CancellationToken stopping)
    {
        var clock = TimeProvider.System;
        var journal = new Journal(clock, options.Recognises);
        var faults = new Faults(options);
        var errands = new Errands(journal, stopping);
        return new(options, secrets, journal, new(clock), faults, errands, new(options, journal, faults, errands), clock);
    }

    /// <summary>Lets an officer act after the usual time for thinking.</summary>
    public void Act(string partner, Func<CancellationToken, Task> work) =>
        Errands.Start(partner, Faults.Jitter(Options.OfficerDelay), work);
}
