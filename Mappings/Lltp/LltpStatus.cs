namespace LLTP.Hub.Mappings.Lltp;

/// <summary>The LLTP software's answer to a status question; StateId: 3 received, 4 in process, 5 certificate issued.</summary>
public sealed record LltpStatus(string Status, string Description, int? StateId, string? StateName, string? ApprovedOn, string? IssuedOn)
{
    /// <summary>The software's own number for the dossier.</summary>
    public string? Id { get; init; }

    /// <summary>What this hub's binding adds; null where the software does not say.</summary>
    public LltpHeld? Held { get; init; }
}

/// <summary>One entry of the list of changes (traDsTrangThaiHs); Id is what it is ticked off by.</summary>
public sealed record LltpChange(string Id, string Number, int StateId);

/// <summary>Which messages the software holds of a dossier (extension of the contract lltp-soap).</summary>
/// <param name="Closed">3, 7 or 8 once a stop was taken.</param>
/// <param name="Answers">The last answer taken to each look-up.</param>
public sealed record LltpHeld(int Version, bool Paused, int? Closed, IReadOnlyList<HeldAnswer> Answers)
{
    /// <summary>Numbers of the decisions that were taken.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];
}

/// <summary>A look-up and the number of the last answer to it that the software took.</summary>
public sealed record HeldAnswer(string LookupId, int AnswerNo);
