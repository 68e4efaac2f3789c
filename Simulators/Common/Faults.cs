namespace LLTP.Hub.Simulators.Common;

/// <summary>What can go wrong with one request.</summary>
enum FaultKind
{
    None,
    Unavailable,
    TimeoutBefore,
    TimeoutAfter,
    ConnectionCut,
    Garbage,
    DuplicateOrLate,
}

/// <summary>Draws faults: the seed gives the sequence, the rate how often.</summary>
sealed class Faults(SimulatorOptions options)
{
    static readonly FaultKind[] Kinds = [.. Enum.GetValues<FaultKind>().Where(k => k != FaultKind.None)];

    readonly Lock gate = new();
    readonly Random random = new(options.Seed ^ 0x5EED);

    public FaultKind Draw()
    {
        lock (gate)
            return random.NextDouble() < options.FaultRate ? Kinds[random.Next(Kinds.Length)] : FaultKind.None;
    }

    public bool Coin()
    {
        lock (gate)
            return random.Next(2) == 0;
    }

    public TimeSpan Between(int fromMilliseconds, int toMilliseconds)
    {
        lock (gate)
            return TimeSpan.FromMilliseconds(random.Next(fromMilliseconds, toMilliseconds));
    }

    /// <summary>A waiting time ± 20 %.</summary>
    public TimeSpan Jitter(TimeSpan around)
    {
        lock (gate)
            return around * (0.8 + (0.4 * random.NextDouble()));
    }
}
