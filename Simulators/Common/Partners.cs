namespace LLTP.Hub.Simulators.Common;

/// <summary>Names of the five partners in journals and reports.</summary>
static class Partners
{
    public const string Vneid = "vneid";
    public const string Tthc = "tthc";
    public const string Lltp = "lltp";
    public const string V06 = "v06";
    public const string Dvcqg = "dvcqg";

    /// <summary>The three displays that must agree.</summary>
    public static readonly string[] Displays = [Vneid, Tthc, Dvcqg];
}
