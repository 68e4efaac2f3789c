namespace LLTP.Hub.Simulators.Common;

/// <summary>What people will do with a dossier.</summary>
enum Scenario
{
    Plain,
    Paper,
    ComplicatedNone,
    ComplicatedRecord,
    SupplementByTthc,
    SupplementByLltp,
    Refused,
    WithdrawnAt4,
    Stopped,
}

/// <summary>The mix of scenarios and the states that each of them shows in the end.</summary>
static class Scenarios
{
    static readonly Scenario[] Twenty =
    [
        .. Enumerable.Repeat(Scenario.Plain, 11), Scenario.Paper, Scenario.ComplicatedNone, Scenario.ComplicatedRecord,
        Scenario.SupplementByTthc, Scenario.SupplementByTthc, Scenario.SupplementByLltp,
        Scenario.Refused, Scenario.WithdrawnAt4, Scenario.Stopped,
    ];

    /// <summary>Every twenty dossiers hold the whole mix, in an order drawn by the seed.</summary>
    public static Scenario[] Mix(int dossiers, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (dossiers + 19) / 20).SelectMany(_ => Shuffled(random)).Take(dossiers)];
    }

    /// <summary>The list of states that all three displays hold when the dossier is finished.</summary>
    public static int[] States(this Scenario scenario) => scenario switch
    {
        Scenario.Refused => [1, 3],
        Scenario.WithdrawnAt4 => [1, 2, 4, 7],
        Scenario.Stopped => [1, 2, 4, 8],
        Scenario.SupplementByTthc => [1, 5, 1, 2, 4, 9, 10],
        Scenario.SupplementByLltp => [1, 2, 4, 5, 1, 2, 4, 9, 10],
        _ => [1, 2, 4, 9, 10],
    };

    public static int EndState(this Scenario scenario) => scenario.States()[^1];

    static Scenario[] Shuffled(Random random)
    {
        Scenario[] copy = [.. Twenty];
        random.Shuffle(copy);
        return copy;
    }
}
