namespace LLTP.Hub.Core.Partners;

/// <summary>Names of the systems that the hub stands between; configuration and store use these texts.</summary>
public static class Partner
{
    public const string Vneid = "vneid";
    public const string Tthc = "tthc";
    public const string Lltp = "lltp";
    public const string V06 = "v06";
    public const string Dvcqg = "dvcqg";

    /// <summary>Where outcomes of the hub's own deliveries come from.</summary>
    public const string Hub = "hub";

    /// <summary>What a system is in the process: a province may have several TTHC systems ("tthc", "tthc:ha-nam"), all of them tthc there.</summary>
    public static string RoleOf(string partner) => partner.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? partner[..end] : partner;

    public static IReadOnlyList<string> All { get; } = [Vneid, Tthc, Lltp, V06, Dvcqg];
}
