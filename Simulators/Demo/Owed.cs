using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>What must have happened at the partners because the hub answered an event positively.</summary>
static class Owed
{
    public static bool IsKept(Promise promise, DossierCase file, IEnumerable<Effect> effects, SimulatorOptions options)
    {
        var held = effects.ToArray();
        var softwareIsTold = !options.Lgsp;
        bool Shown(Effect[] all, int state) => ShownAt(all, state, file.Origin);
        return promise.Event switch
        {
            Happenings.Submitted => At(held, Partners.Tthc, EffectKinds.Dossier, 1) && At(held, Partners.Dvcqg, EffectKinds.State, 1),
            Happenings.Resubmitted =>
                At(held, Partners.Tthc, EffectKinds.Dossier, 2) && At(held, Partners.Dvcqg, EffectKinds.State, 1, visit: 2),
            Happenings.SubmittedAtCounter => At(held, Partners.Dvcqg, EffectKinds.State, 1),
            Happenings.ResubmittedAtCounter => At(held, Partners.Dvcqg, EffectKinds.State, 1, visit: 2),
            Happenings.Accepted => Shown(held, 2) && At(held, Partners.Lltp, EffectKinds.Dossier),
            Happenings.Refused => Shown(held, 3),
            Happenings.SupplementByTthc => Shown(held, 5),
            Happenings.SupplementByLltp => Shown(held, 5) && (options.ExistingTthc || At(held, Partners.Tthc, EffectKinds.Progress, 5)),
            Happenings.Withdrawn => Shown(held, 7) && Closed(held, softwareIsTold),
            Happenings.Stopped => Shown(held, 8) && Closed(held, softwareIsTold),
            Happenings.HandedOver => Shown(held, 10),
            Happenings.LookupAsked => options.Lookup == "by-hand" || At(held, Partners.V06, EffectKinds.Lookup) || file.Scenario.EndState() is 3 or 7 or 8,
            Happenings.LookupInterim or Happenings.LookupAnswered => At(held, Partners.Lltp, EffectKinds.LookupResult),
            Happenings.Issued => Shown(held, 9) && At(held, Partners.Tthc, EffectKinds.Certificate),
            Happenings.DecidedByTthc => Marked(held, EffectKinds.Decision, file.Origin) && (!softwareIsTold || At(held, Partners.Lltp, EffectKinds.Decision)),
            Happenings.DecidedByLltp => Marked(held, EffectKinds.Decision, file.Origin) && At(held, Partners.Tthc, EffectKinds.Decision),
            Happenings.Reissued => Marked(held, EffectKinds.Reissue, file.Origin) && At(held, Partners.Tthc, EffectKinds.Reissue),
            _ => true,
        };
    }

    static bool Marked(Effect[] held, string kind, Origin origin) =>
        (origin.IsCounter() || At(held, Partners.Vneid, kind)) && At(held, Partners.Dvcqg, kind);

    static bool ShownAt(Effect[] held, int state, Origin origin) =>
        (origin.IsCounter() || At(held, Partners.Vneid, EffectKinds.State, state))
        && At(held, Partners.Dvcqg, EffectKinds.State, state)
        && At(held, Partners.Dvcqg, EffectKinds.Progress, state);

    // The shared software stops where its contract has a word for it, and a look-up that reached the records department is cancelled there.
    static bool Closed(Effect[] held, bool softwareIsTold) =>
        (!softwareIsTold || At(held, Partners.Lltp, EffectKinds.Stop))
        && (!At(held, Partners.V06, EffectKinds.Lookup) || At(held, Partners.V06, EffectKinds.Cancel));

    static bool At(Effect[] held, string partner, string kind, int? state = null, int visit = 0) =>
        Array.Exists(held, e => e.Partner == partner && e.Kind == kind && (state is null || e.State == state) && e.Visit >= visit);
}
