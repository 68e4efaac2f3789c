using System.Collections.Concurrent;

namespace LLTP.Hub.Simulators.Common;

/// <summary>All dossiers of the run: what people intend with them and what the three displays show.</summary>
sealed class DossierBoard(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, DossierCase> cases = new(StringComparer.Ordinal);
    int finished;

    public ICollection<DossierCase> Cases => cases.Values;

    public int Finished => Volatile.Read(ref finished);

    /// <summary>Null when the number is already taken: the hub gave one number to two dossiers.</summary>
    public DossierCase? Open(string number, Scenario scenario, Origin origin = Origin.Vneid, Aftermath? aftermath = null)
    {
        var opened = new DossierCase(number, scenario, origin, aftermath, clock, () => Interlocked.Increment(ref finished));
        return cases.TryAdd(number, opened) ? opened : null;
    }

    public DossierCase? Find(string? number) => number is null ? null : cases.GetValueOrDefault(number);
}
