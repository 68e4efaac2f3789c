namespace LLTP.Hub.Core.Alerts;

/// <summary>What somebody is told about.</summary>
public enum FaultKind
{
    PartnerDown,
    Parked,
    Quarantine,
    Disk,
    Certificate,
    Database,
    Redis,
    ClockUnsynchronised,
    Trial,
}

/// <summary>How one look at a thing came out; Between is neither bad enough to open a fault nor good enough to close one.</summary>
public enum Level
{
    Good,
    Between,
    Bad,
    Unknown,
}

/// <summary>One look at one thing.</summary>
/// <param name="Subject">Identifier of the thing: a partner, a folder, a certificate; no personal data.</param>
/// <param name="Detail">Figures only.</param>
public sealed record Observation(FaultKind Kind, string Subject, Level Level, string Detail = "");

/// <summary>Everything of one kind that was looked at now: an open fault of this kind that is not among it is good again.</summary>
public sealed record Observed(FaultKind Kind, IReadOnlyList<Observation> Things);

/// <summary>Looks at one kind of thing; must not throw for what it looks at. Register one to have its faults told.</summary>
public delegate Task<Observed> Probe(CancellationToken cancellation);
