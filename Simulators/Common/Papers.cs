namespace LLTP.Hub.Simulators.Common;

/// <summary>A decision about a certificate, or a certificate in the place of another, that every display has to show.</summary>
/// <param name="Kind">One of <see cref="DecisionKinds"/>; null for a certificate.</param>
/// <param name="Number">Number of the decision, or of the new certificate.</param>
/// <param name="Certificate">Number of the certificate that it is about, or that it replaces.</param>
/// <param name="Sha256">Hash of its PDF.</param>
sealed record Paper(string? Kind, string Number, string Certificate, string Sha256);

/// <summary>What was decided and issued after the first certificate of one dossier, and who holds it. Guarded by the gate of its case.</summary>
sealed class Papers
{
    readonly List<(Paper Paper, string[] Sides)> owed = [];
    readonly HashSet<(string Side, string Number)> held = [];

    public IEnumerable<Paper> All => owed.Select(one => one.Paper);

    /// <summary>From now on these sides have to hold it.</summary>
    public void Owe(Paper paper, params string[] sides) => owed.Add((paper, sides));

    /// <summary>False when the side holds it already.</summary>
    public bool Hold(string side, Paper paper) => held.Add((side, paper.Number));

    public bool Holds(string side, Paper paper) => held.Contains((side, paper.Number));

    public bool AreHeld(int expected) =>
        owed.Count == expected && owed.TrueForAll(one => one.Sides.All(side => held.Contains((side, one.Paper.Number))));

    /// <summary>Who does not hold what, for people who look for the reason.</summary>
    public IEnumerable<string> Missing =>
        from one in owed from side in one.Sides where !held.Contains((side, one.Paper.Number)) select $"{one.Paper.Kind ?? "certificate"} at {side}";

    /// <summary>Whether a side was told that this certificate is no longer in force.</summary>
    public bool IsEnded(string side, string? certificate) =>
        All.Any(paper => paper.Kind is { } kind && DecisionKinds.Ends(kind) && paper.Certificate == certificate && Holds(side, paper));
}
