using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The owed order of a dossier's effects at one partner.</summary>
static class EffectOrder
{
    const int PerVisit = 100;

    /// <summary>Pairs of dossier and partner whose effects came, or tried to come, against the owed order.</summary>
    public static IReadOnlyCollection<(string Partner, string Dossier)> Violations(Journal journal)
    {
        var crossed = journal.Misorders.Keys.ToHashSet();
        var streams = journal.Effects.GroupBy(e => (e.Partner, e.Dossier, Stream: Stream(e)));
        foreach (var stream in streams.Where(s => IsCrossed(s.OrderBy(e => e.Ordinal))))
            crossed.Add((stream.Key.Partner, stream.Key.Dossier));
        return crossed;
    }

    // The portal takes states and progress lines through two services of their own.
    static string Stream(Effect effect) => effect is { Partner: Partners.Dvcqg, Kind: EffectKinds.Progress } ? "lines" : "";

    static bool IsCrossed(IEnumerable<Effect> effects)
    {
        var highest = 0;
        foreach (var effect in effects)
        {
            var rank = Rank(effect, highest);
            if (rank < highest)
                return true;
            highest = rank;
        }
        return false;
    }

    static int Rank(Effect effect, int highest) => effect.Kind switch
    {
        EffectKinds.Dossier => effect.State.GetValueOrDefault() * PerVisit,
        EffectKinds.Lookup => effect.Visit * PerVisit,
        // Before any dossier they would come too early; between versions they may come at any time.
        EffectKinds.Pause or EffectKinds.LookupResult => highest == 0 ? -1 : Math.Min(highest, int.MaxValue - 1),
        EffectKinds.Stop or EffectKinds.Cancel => highest == 0 ? -1 : int.MaxValue,
        EffectKinds.Decision => (effect.Visit * PerVisit) + Position(effect.State.GetValueOrDefault()) + 1,
        EffectKinds.Reissue => (effect.Visit * PerVisit) + Position(effect.State.GetValueOrDefault()) + 2,
        EffectKinds.Certificate => (effect.Visit * PerVisit) + 90,
        _ => (effect.Visit * PerVisit) + Position(effect.State.GetValueOrDefault()),
    };

    static int Position(int state) => state switch
    {
        1 => 10,
        2 => 20,
        4 => 40,
        5 => 50,
        3 or 7 or 8 => 60,
        9 => 90,
        10 => 95,
        _ => 97,
    };
}
