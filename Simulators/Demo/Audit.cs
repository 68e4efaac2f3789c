using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The three zeros, counted from the partners' journals and the scenarios alone.</summary>
/// <param name="Findings">What was found, by kind and place, for people who look for the reason.</param>
sealed record Audit(int Finished, int Lost, int Duplicated, int OutOfOrder, IReadOnlyList<string> Findings)
{
    public static Audit Of(SimulatorKit kit)
    {
        var effects = kit.Journal.Effects.ToLookup(e => e.Dossier);
        var unfinished = kit.Board.Cases.Where(c => c.Accepted && c.FinishedAt is null).ToArray();
        var broken = kit.Journal.Promises
            .Where(p => kit.Board.Find(p.Dossier) is { } file && !Owed.IsKept(p, file, effects[p.Dossier], kit.Options))
            .ToArray();
        var twice = kit.Journal.Effects.GroupBy(e => (e.Partner, e.Identity)).Where(g => g.Count() > 1).ToArray();
        var crossed = EffectOrder.Violations(kit.Journal);
        return new(
            kit.Board.Finished,
            unfinished.Length + broken.Count(p => kit.Board.Find(p.Dossier)?.FinishedAt is not null),
            twice.Sum(g => g.Count() - 1),
            crossed.Count,
            [
                .. unfinished.Select(Describe),
                .. broken.Select(p => $"lost: {p.Partner} {p.Event} of {p.Dossier}"),
                .. twice.Select(g => $"duplicated: {g.Key.Partner} {g.Key.Identity}"),
                .. crossed.Select(c => $"out of order: {c.Partner} {c.Dossier}"),
            ]);
    }

    static string Describe(DossierCase file) =>
        $"unfinished: {file.Number} {file.Scenario} "
        + string.Join(" ", Partners.Displays.Select(d => $"{d}[{string.Join(',', file.States(d))}]")) + Missing(file);

    static string Missing(DossierCase file)
    {
        lock (file.Gate)
            return file.Aftermath is { } aftermath ? $" {aftermath} missing: {string.Join(", ", file.Papers.Missing)}" : "";
    }
}
