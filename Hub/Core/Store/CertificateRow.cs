namespace LLTP.Hub.Core.Store;

/// <summary>What became of a certificate.</summary>
public static class CertificateStatus
{
    public const string InForce = "InForce";
    public const string Supplemented = "Supplemented";
    public const string Corrected = "Corrected";
    public const string Revoked = "Revoked";
    public const string Cancelled = "Cancelled";

    /// <summary>Another one was issued in its place, and no decision is known.</summary>
    public const string Replaced = "Replaced";
}

/// <summary>A row of the table certificate: numbers, states and hashes only, so that it outlives the content.</summary>
public sealed record CertificateRow
{
    public string Dossier { get; init; } = "";
    public string Number { get; init; } = "";

    /// <summary>SHA-256 of the PDF; null for certificates of older versions of the hub.</summary>
    public string? Sha256 { get; init; }
    public string? IssuedOn { get; init; }
    public string Status { get; init; } = CertificateStatus.InForce;
    public string? Replaces { get; init; }
    public string? ReplacedBy { get; init; }

    /// <summary>Content of the last decision about it, as its hash in the store.</summary>
    public string? Decision { get; init; }
    public long At { get; init; }
    public long EventSeq { get; init; }

    /// <summary>No display may show it as valid any more.</summary>
    public bool IsEnded => Status is CertificateStatus.Revoked or CertificateStatus.Cancelled;
}

/// <summary>A row of the table certificate_decision.</summary>
public sealed record DecisionRow
{
    public string Dossier { get; init; } = "";
    public string Number { get; init; } = "";
    public string Kind { get; init; } = "";
    public string DecidedOn { get; init; } = "";
    public string Certificate { get; init; } = "";

    /// <summary>SHA-256 of the decision's PDF.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Who reported it first.</summary>
    public string Partner { get; init; } = "";
    public long At { get; init; }
    public long EventSeq { get; init; }
}
