namespace LLTP.Hub.Simulators.Common;

/// <summary>Something a partner now holds because of a message of the hub.</summary>
/// <param name="Partner">One of <see cref="Partners"/>.</param>
/// <param name="Dossier">maHoSoMCDT.</param>
/// <param name="Kind">One of <see cref="EffectKinds"/>.</param>
/// <param name="Identity">What the effect means; two effects of one identity are a duplicate.</param>
/// <param name="DedupeKey">What the partner's contract recognises a repeat by.</param>
/// <param name="State">The national state it shows, or the dossier's version for a dossier.</param>
/// <param name="Visit">Which submission (1, 2 …) of the dossier it belongs to, as the partner saw it.</param>
sealed record Effect(
    string Partner, string Dossier, string Kind, string Identity, string DedupeKey, int? State, int Visit, DateTimeOffset At, long Ordinal);

/// <summary>The kinds of effects a partner can hold.</summary>
static class EffectKinds
{
    /// <summary>A new state on a display (VNeID, DVCQG).</summary>
    public const string State = "state";

    /// <summary>A changed due date under an unchanged state (VNeID, DVCQG).</summary>
    public const string DueDate = "due-date";

    /// <summary>A dossier or a newer version of it (TTHC, LLTP); State is the version.</summary>
    public const string Dossier = "dossier";

    /// <summary>A progress message or line (TTHC, DVCQG).</summary>
    public const string Progress = "progress";

    /// <summary>A certificate (TTHC).</summary>
    public const string Certificate = "certificate";

    /// <summary>A decision about an issued certificate (VNeID, TTHC, LLTP, DVCQG); State is the state shown at that time.</summary>
    public const string Decision = "decision";

    /// <summary>A certificate in the place of another (VNeID, TTHC, DVCQG); State is the state shown at that time.</summary>
    public const string Reissue = "reissue";

    /// <summary>Processing pauses (LLTP).</summary>
    public const string Pause = "pause";

    /// <summary>Processing stops (LLTP).</summary>
    public const string Stop = "stop";

    /// <summary>An answer to the look-up (LLTP).</summary>
    public const string LookupResult = "lookup-result";

    /// <summary>A request to look a person up (V06).</summary>
    public const string Lookup = "lookup";

    /// <summary>A look-up is no longer wanted (V06).</summary>
    public const string Cancel = "cancel";
}
