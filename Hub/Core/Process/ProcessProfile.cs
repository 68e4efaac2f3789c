namespace LLTP.Hub.Core.Process;

/// <summary>One process: the rows that hold for the dossiers opened under it, and whose task it is.</summary>
public sealed class ProcessProfile(string name, IReadOnlyList<ProcessRow> rows)
{
    // Two rows for one (state, event, sender) fail here, at start, not in the middle of somebody's dossier.
    readonly Dictionary<(DossierState, EventKind, string), ProcessRow> index =
        rows.SelectMany(row => row.At.Select(at => (at, row))).ToDictionary(pair => (pair.at, pair.row.On, pair.row.From), pair => pair.row);

    public string Name => name;

    public IReadOnlyList<ProcessRow> Rows => rows;

    /// <summary>The first day (of Vietnam) on which dossiers may be opened under it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Code of the administrative procedure at the National Public Service Portal, without the unit's part.</summary>
    public required string Procedure { get; init; }

    /// <summary>Whose LLTP software it is.</summary>
    public required string Owner { get; init; }

    /// <summary>What kind of unit issues the certificate; its name is in the configuration.</summary>
    public required string Issuer { get; init; }

    public required string Source { get; init; }

    /// <summary>The row for this event of this sender at this state; null when it is not allowed now.</summary>
    public ProcessRow? Find(DossierState at, EventKind on, string from) => index.GetValueOrDefault((at, on, from));

    /// <summary>What this sender may decide at this state; what a display shows is no decision.</summary>
    public IEnumerable<EventKind> Allowed(DossierState at, string from) =>
        rows.Where(row => row.From == from && row.At.Contains(at) && row.On != EventKind.Shown).Select(row => row.On);

    /// <summary>Whether messages over the hub take a dossier to this step.</summary>
    /// <param name="lookups">The partners offer look-ups over the hub.</param>
    public bool HasStep(int step, bool lookups) => rows.Any(row => row.Step == step && (lookups || !row.IsLookup));
}
