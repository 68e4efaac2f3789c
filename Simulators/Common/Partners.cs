namespace LLTP.Hub.Simulators.Common;

/// <summary>Names of the five partners in journals and reports.</summary>
static class Partners
{
    public const string Vneid = "vneid";
    public const string Tthc = "tthc";
    public const string Lltp = "lltp";
    public const string V06 = "v06";
    public const string Dvcqg = "dvcqg";

    /// <summary>The portal's note beside a dossier, and its progress line: two places that both have to show a decision.</summary>
    public const string DvcqgNote = "dvcqg.note";
    public const string DvcqgLine = "dvcqg.line";

    /// <summary>The three displays that must agree.</summary>
    public static readonly string[] Displays = [Vneid, Tthc, Dvcqg];

    /// <summary>Where a decision about a certificate, or a certificate in its place, has to be shown.</summary>
    public static readonly string[] Places = [Vneid, Tthc, DvcqgNote, DvcqgLine];
}
