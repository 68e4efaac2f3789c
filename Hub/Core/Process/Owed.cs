namespace LLTP.Hub.Core.Process;

/// <summary>When an owed message of a process row is really owed.</summary>
public enum When
{
    Always,

    /// <summary>The LLTP software has, or may have, an earlier version.</summary>
    LltpHasDossier,
    LltpLacksDossier,
    LookupOpen,
    DueDateChanged,

    /// <summary>The dossier's certificate is in force.</summary>
    CertificateInForce,

    /// <summary>The dossier's certificate was revoked or cancelled, and none was issued in its place.</summary>
    CertificateEnded,

    /// <summary>The hub still has the application's content.</summary>
    ContentHeld,
}

/// <summary>A message that an event makes the hub owe; Show is the state it tells, null the dossier's own.</summary>
public sealed record Owed(string Kind, DossierState? Show = null, When When = When.Always)
{
    /// <summary>What the message refers to at the partner, where the decision knows it.</summary>
    public string? Reference { get; init; }

    public string Partner => MessageKind.PartnerOf(Kind);

    public static Owed Vneid(DossierState show) => new(MessageKind.VneidState, show);

    public static Owed Tthc() => new(MessageKind.TthcProgress);

    public static Owed Dvcqg(DossierState? show = null) => new(MessageKind.DvcqgDossier, show);

    public static Owed DvcqgProgress() => new(MessageKind.DvcqgProgress);

    public Owed If(When when) => this with { When = when };
}
