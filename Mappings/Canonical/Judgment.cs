namespace LLTP.Hub.Mappings.Canonical;

/// <summary>A conviction shown on a certificate.</summary>
public sealed record Judgment
{
    public string? Number { get; init; }
    public string? Date { get; init; }
    public string? CourtCode { get; init; }
    public string? CourtName { get; init; }
    public IReadOnlyList<Offence> Offences { get; init; } = [];
    public IReadOnlyList<Sentence> MainSentences { get; init; } = [];
    public IReadOnlyList<Sentence> AdditionalSentences { get; init; } = [];
    public string? ExecutedOn { get; init; }
    public string? ExpungedOn { get; init; }
    public string? Provision { get; init; }
    public string? CourtFee { get; init; }
    public string? CivilDuty { get; init; }
    public string? ExecutionState { get; init; }
}

/// <summary>An offence of a judgment.</summary>
public sealed record Offence(string? Code, string? Name);

/// <summary>A main or additional sentence with its note.</summary>
public sealed record Sentence(string? Code, string? Name, string? Note);

/// <summary>A ban on holding posts or on founding and managing enterprises.</summary>
public sealed record PostBan
{
    public string? DecisionNumber { get; init; }
    public string? DecisionDate { get; init; }
    public string? Court { get; init; }
    public string? Post { get; init; }
    public string? Term { get; init; }
    public string? From { get; init; }
}
