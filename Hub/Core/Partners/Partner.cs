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

    public static IReadOnlyList<string> All { get; } = [Vneid, Tthc, Lltp, V06, Dvcqg];
}
