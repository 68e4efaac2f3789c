namespace LLTP.Hub.Core.Partners;

/// <summary>What a partner says it holds of one dossier, field by field; a field that is not there is not said.</summary>
/// <param name="Reference">The request that it is about, where the partner holds requests; else empty.</param>
public sealed record Holding(string Dossier, string Reference, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What the partner's list is ticked off by.</summary>
    public string? Mark { get; init; }
}

/// <summary>Answer to the question what a partner holds: nothing said, not there, or there.</summary>
public sealed record Held(bool Said, Holding? Holding)
{
    public static Held Silent { get; } = new(false, null);

    public static Held Absent { get; } = new(true, null);

    public static Held As(Holding holding) => new(true, holding);
}

/// <summary>Names of what is compared; the values are words of the hub, not of a partner.</summary>
public static class HeldField
{
    public const string State = "state";
    public const string Version = "version";
    public const string Certificate = "certificate";
    public const string Stopped = "stopped";

    /// <summary>Whether the LLTP software has issued the certificate: it decides that.</summary>
    public const string Issued = "issued";

    /// <summary>Whether V06 has answered the look-up: it decides that.</summary>
    public const string Answered = "answered";
    public const string Cancelled = "cancelled";

    public const string Yes = "yes";
    public const string No = "no";

    public static string Of(bool flag) => flag ? Yes : No;
}
